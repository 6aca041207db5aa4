import Mustache

/// The print of a plan, as templates over `PlanPage`.
enum PlanTemplates {
  static let html =
    PaperStyle.head + #"""
      <body{{#isDense}} class="dense"{{/isDense}}>
      <header>
      <h1 dir="auto">{{title}}</h1>
      {{#opening}}
      <blockquote dir="auto">{{.}}</blockquote>
      {{/opening}}
      <p class="small">{{forWhom}} · {{agreed}}</p>
      </header>
      <main>
      {{#goals}}
      {{>goal}}
      {{/goals}}
      {{#isEmpty}}
      <p class="head">No goals yet.</p>
      {{/isEmpty}}
      {{#groups}}
      {{>group}}
      {{/groups}}
      {{#ended}}
      <p class="head">Behind us</p>
      {{#goals}}
      {{>goal}}
      {{/goals}}
      {{/ended}}
      </main>
      <dl class="facts">
      {{#facts}}
      <div class="fact"><dt>{{label}}</dt>{{#lines}}<dd dir="auto">{{.}}</dd>{{/lines}}</div>
      {{/facts}}
      </dl>
      <footer class="small">
      {{#agreedBy}}
      <p>Agreed {{.}}.</p>
      {{/agreedBy}}
      {{#points}}
      <p dir="auto">Agreed besides: {{.}}</p>
      {{/points}}
      <p>{{printed}}.</p>
      </footer>
      </body>
      </html>

      """#

  /// A goal and its actions.
  static let htmlGoal = #"""
    <section class="goal">
    <h2><span class="n">{{number}}</span><span class="w" dir="auto">{{words}}</span><span class="whose">{{whose}}{{#stand}}<br>{{.}}{{/stand}}</span></h2>
    <ul class="actions">
    {{#actions}}
    {{>action}}
    {{/actions}}
    </ul>
    </section>

    """#

  /// Actions under a heading.
  static let htmlGroup = #"""
    <section class="goal">
    <h2>{{heading}}</h2>
    <ul class="actions">
    {{#actions}}
    {{>action}}
    {{/actions}}
    </ul>
    </section>

    """#

  static let htmlAction = #"""
    <li class="action"><span class="box">{{#isDone}}✓{{/isDone}}{{#isPartly}}–{{/isPartly}}</span><span class="who">{{who}}</span><span class="what" dir="auto">{{words}}</span><span class="when">{{.when}}</span></li>

    """#

  static let text = #"""
    {{{title}}}

    {{#opening}}
    {{{.}}}
    {{/opening}}

    {{{forWhom}}}
    {{{agreed}}}
    {{#agreedBy}}
    Agreed {{{.}}}.
    {{/agreedBy}}
    {{#points}}
    Agreed besides: {{{.}}}
    {{/points}}

    {{#goals}}
    {{>goal}}
    {{/goals}}
    {{#isEmpty}}
    No goals yet.
    {{/isEmpty}}

    {{#groups}}
    {{>group}}
    {{/groups}}

    {{#ended}}
    BEHIND US

    {{#goals}}
    {{>goal}}
    {{/goals}}
    {{/ended}}

    {{#facts}}
    {{{label}}}
    {{#lines}}
      {{{.}}}
    {{/lines}}

    {{/facts}}
    {{{printed}}}.

    """#

  static let textGoal = #"""
    {{{number}}}. {{{words}}}
       ({{{whose}}}{{#stand}}, {{{.}}}{{/stand}})
    {{#actions}}
    {{>action}}
    {{/actions}}


    """#

  static let textGroup = #"""
    {{{heading}}}
    {{#actions}}
    {{>action}}
    {{/actions}}


    """#

  static let textAction = #"""
       [{{#isDone}}x{{/isDone}}{{#isPartly}}~{{/isPartly}}{{^isDone}}{{^isPartly}} {{/isPartly}}{{/isDone}}] {{{who}}}: {{{words}}}{{#.when}} ({{{.}}}){{/.when}}

    """#

  static let markdown = #"""
    # {{{title}}}

    {{#opening}}
    > {{{.}}}
    {{/opening}}

    {{{forWhom}}}. {{{agreed}}}
    {{#agreedBy}}
    Agreed {{{.}}}.
    {{/agreedBy}}

    {{#points}}
    Agreed besides: {{{.}}}

    {{/points}}
    {{#goals}}
    {{>goal}}
    {{/goals}}
    {{#isEmpty}}
    No goals yet.

    {{/isEmpty}}
    {{#groups}}
    {{>group}}
    {{/groups}}
    {{#ended}}
    ## Behind us

    {{#goals}}
    {{>goal}}
    {{/goals}}
    {{/ended}}
    {{#facts}}
    **{{{label}}}**
    {{#lines}}

    {{{.}}}
    {{/lines}}

    {{/facts}}
    {{{printed}}}.

    """#

  static let markdownGoal = #"""
    ## {{{number}}}. {{{words}}}

    *{{{whose}}}{{#stand}}, {{{.}}}{{/stand}}*

    {{#actions}}
    {{>action}}
    {{/actions}}


    """#

  static let markdownGroup = #"""
    ## {{{heading}}}

    {{#actions}}
    {{>action}}
    {{/actions}}


    """#

  static let markdownAction = #"""
    - [{{#isDone}}x{{/isDone}}{{^isDone}} {{/isDone}}] **{{{who}}}:** {{{words}}}{{#.when}} ({{{.}}}){{/.when}}

    """#
}
