/// The minutes of a review, as templates over `MinutesPage`.
enum MinutesTemplates {
  static let html =
    PaperStyle.head + #"""
      <body class="minutes">
      <header>
      <p class="small" dir="auto">{{family}}</p>
      <h1>{{title}}</h1>
      <p class="day" dir="auto">{{when}}</p>
      <p class="small">{{forWhom}} · <b>{{signedOff}}</b></p>
      </header>
      {{#unfinished}}
      <section class="warning"><p><b>Not complete.</b> This meeting was not finished.</p>
      {{#missing}}
      <p>{{.}}</p>
      {{/missing}}
      </section>
      {{/unfinished}}
      <main>
      <section>
      <h2>Who was there</h2>
      <p dir="auto">{{#present}}<span class="item">{{.}}</span>{{/present}}{{^present}}Nobody is written down.{{/present}}</p>
      {{#hasApologies}}
      <p dir="auto"><b>Apologies:</b> {{#apologies}}<span class="item">{{.}}</span>{{/apologies}}</p>
      {{/hasApologies}}
      {{#corrections.present}}
      {{>correction}}
      {{/corrections.present}}
      </section>
      {{#voices}}
      <section>
      <h2>{{heading}}</h2>
      {{#quotes}}
      <figure>
      {{#lines}}
      <blockquote dir="auto">{{.}}</blockquote>
      {{/lines}}
      {{#byline}}
      <figcaption class="small">{{.}}</figcaption>
      {{/byline}}
      </figure>
      {{/quotes}}
      </section>
      {{/voices}}
      {{#notHeard}}
      <p dir="auto"><b>Why a child was not heard:</b> {{.}}</p>
      {{/notHeard}}
      {{#corrections.childVoice}}
      {{>correction}}
      {{/corrections.childVoice}}
      {{#corrections.voices}}
      {{>correction}}
      {{/corrections.voices}}
      {{#hasGoals}}
      <section>
      <h2>Goals, from 0 to 10</h2>
      {{#goals}}
      <div class="rated">
      <h3><span class="n">{{number}}</span> <span dir="auto">{{words}}</span> <span class="small">{{whose}}{{^ratings}} · not rated at this review{{/ratings}}</span></h3>
      {{#ratings}}
      <div class="rating"><span class="who">{{who}}</span><span class="score">{{now}}</span><span class="small">{{#before}}was {{.}}{{/before}}{{^before}}first time{{/before}}</span><span class="said" dir="auto">{{#words}}{{.}} {{/words}}</span></div>
      {{/ratings}}
      </div>
      {{/goals}}
      </section>
      {{/hasGoals}}
      {{#corrections.goals}}
      {{>correction}}
      {{/corrections.goals}}
      {{#hasColumns}}
      <section class="columns">
      {{#columns}}
      <div><h2>{{label}}</h2>{{#lines}}<p dir="auto">{{.}}</p>{{/lines}}</div>
      {{/columns}}
      </section>
      {{/hasColumns}}
      {{#hasScales}}
      <section>
      <h2>Safe enough, from 0 to 10</h2>
      <p dir="auto">{{#scales}}<span class="item">{{.}}</span>{{/scales}}</p>
      </section>
      {{/hasScales}}
      {{#corrections.assessment}}
      {{>correction}}
      {{/corrections.assessment}}
      {{#hasEducation}}
      <section>
      <h2>Education</h2>
      {{#education}}
      <p dir="auto">{{.}}</p>
      {{/education}}
      </section>
      {{/hasEducation}}
      {{#corrections.education}}
      {{>correction}}
      {{/corrections.education}}
      {{#actions}}
      <section>
      <h2>{{heading}}</h2>
      <ul class="list">
      {{#actions}}
      {{>action}}
      {{/actions}}
      </ul>
      </section>
      {{/actions}}
      {{#corrections.actions}}
      {{>correction}}
      {{/corrections.actions}}
      {{#hasOutcome}}
      <dl class="facts">
      {{#outcome}}
      <div class="fact"><dt>{{label}}</dt>{{#lines}}<dd dir="auto">{{.}}</dd>{{/lines}}</div>
      {{/outcome}}
      </dl>
      {{/hasOutcome}}
      {{#corrections.outcome}}
      {{>correction}}
      {{/corrections.outcome}}
      {{#next}}
      <p class="next" dir="auto"><b>Next review:</b> {{.}}</p>
      {{/next}}
      {{#corrections.next}}
      {{>correction}}
      {{/corrections.next}}
      </main>
      <footer class="small"><p>{{signedOff}} {{printed}}.</p></footer>
      </body>
      </html>

      """#

  static let htmlCorrection = #"""
    <aside class="correction">{{#lines}}<p dir="auto">{{.}}</p>{{/lines}}<p class="small" dir="auto">{{byline}}</p></aside>

    """#

  static let text = #"""
    {{{title}}}
    {{{family}}}
    {{{when}}}

    {{{forWhom}}}
    {{{signedOff}}}

    {{#unfinished}}
    NOT COMPLETE: this meeting was not finished.
    {{#missing}}
    - {{{.}}}
    {{/missing}}

    {{/unfinished}}
    WHO WAS THERE
    {{#present}}
    - {{{.}}}
    {{/present}}
    {{^present}}
    Nobody is written down.
    {{/present}}
    {{#hasApologies}}

    Apologies
    {{#apologies}}
    - {{{.}}}
    {{/apologies}}
    {{/hasApologies}}
    {{#corrections.present}}
    {{>correction}}
    {{/corrections.present}}

    {{#voices}}
    {{{heading}}}
    {{#quotes}}
    {{#lines}}
      {{{.}}}
    {{/lines}}
    {{#byline}}
      ({{{.}}})
    {{/byline}}
    {{/quotes}}

    {{/voices}}
    {{#notHeard}}
    Why a child was not heard: {{{.}}}
    {{/notHeard}}
    {{#corrections.childVoice}}
    {{>correction}}
    {{/corrections.childVoice}}
    {{#corrections.voices}}
    {{>correction}}
    {{/corrections.voices}}

    {{#hasGoals}}
    GOALS, FROM 0 TO 10
    {{#goals}}
    {{{number}}}. {{{words}}}
       ({{{whose}}})
    {{#ratings}}
       {{{who}}} {{{now}}} ({{#before}}was {{{.}}}{{/before}}{{^before}}first time{{/before}})
    {{#words}}
         {{{.}}}
    {{/words}}
    {{/ratings}}
    {{^ratings}}
       Not rated at this review.
    {{/ratings}}
    {{/goals}}
    {{/hasGoals}}
    {{#corrections.goals}}
    {{>correction}}
    {{/corrections.goals}}

    {{#columns}}
    {{{label}}}
    {{#lines}}
      {{{.}}}
    {{/lines}}

    {{/columns}}
    {{#hasScales}}
    Safe enough, from 0 to 10
    {{#scales}}
    - {{{.}}}
    {{/scales}}
    {{/hasScales}}
    {{#corrections.assessment}}
    {{>correction}}
    {{/corrections.assessment}}

    {{#hasEducation}}
    Education
    {{#education}}
      {{{.}}}
    {{/education}}
    {{/hasEducation}}
    {{#corrections.education}}
    {{>correction}}
    {{/corrections.education}}

    {{#actions}}
    {{{heading}}}
    {{#actions}}
    {{>action}}
    {{/actions}}

    {{/actions}}
    {{#corrections.actions}}
    {{>correction}}
    {{/corrections.actions}}
    {{#outcome}}
    {{{label}}}
    {{#lines}}
      {{{.}}}
    {{/lines}}

    {{/outcome}}
    {{#corrections.outcome}}
    {{>correction}}
    {{/corrections.outcome}}
    {{#next}}
    Next review: {{{.}}}
    {{/next}}
    {{#corrections.next}}
    {{>correction}}
    {{/corrections.next}}

    {{{printed}}}.

    """#

  static let textCorrection = #"""
      {{{byline}}}
    {{#lines}}
        {{{.}}}
    {{/lines}}

    """#
}
