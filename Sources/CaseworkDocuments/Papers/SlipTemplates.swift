/// The print of slips, as templates over `SlipsPage`.
enum SlipTemplates {
  static let html =
    PaperStyle.head + #"""
      <body class="slips">
      {{#slips}}
      <section class="slip">
      <h1 dir="auto">{{name}}</h1>
      <p class="small">{{from}}</p>
      <ul>
      {{#actions}}
      {{#row}}
      <li class="action"><span class="box">{{#isDone}}✓{{/isDone}}{{#isPartly}}–{{/isPartly}}</span><span class="what" dir="auto">{{words}}{{#goal}}<br><i class="small">for “{{.}}”</i>{{/goal}}</span><span class="when">{{.when}}</span></li>
      {{/row}}
      {{/actions}}
      </ul>
      {{#facts}}
      <p class="small" dir="auto"><b>{{label}}:</b> {{#lines}}{{.}} {{/lines}}</p>
      {{/facts}}
      </section>
      {{/slips}}
      {{^slips}}
      <p class="head">Nobody has an action yet.</p>
      {{/slips}}
      </body>
      </html>

      """#

  static let text = #"""
    {{#slips}}
    {{{name}}}
    {{{from}}}

    {{#actions}}
    {{#row}}
    [{{#isDone}}x{{/isDone}}{{#isPartly}}~{{/isPartly}}{{^isDone}}{{^isPartly}} {{/isPartly}}{{/isDone}}] {{{words}}}{{#.when}} ({{{.}}}){{/.when}}
    {{/row}}
    {{#goal}}
        for “{{{.}}}”
    {{/goal}}
    {{/actions}}

    {{#facts}}
    {{{label}}}: {{#lines}}{{{.}}} {{/lines}}
    {{/facts}}

    - - - - - - - - - - - - - - - - cut here - - - - - - - - - - - - - - - -

    {{/slips}}
    {{^slips}}
    Nobody has an action yet.
    {{/slips}}

    """#

  static let markdown = #"""
    {{#slips}}
    # {{{name}}}

    {{{from}}}

    {{#actions}}
    {{#row}}
    - [{{#isDone}}x{{/isDone}}{{^isDone}} {{/isDone}}] {{{words}}}{{#.when}} ({{{.}}}){{/.when}}{{#goal}}, for “{{{.}}}”{{/goal}}
    {{/row}}
    {{/actions}}

    {{#facts}}
    **{{{label}}}:** {{#lines}}{{{.}}} {{/lines}}

    {{/facts}}
    ---

    {{/slips}}
    {{^slips}}
    Nobody has an action yet.
    {{/slips}}

    """#
}
