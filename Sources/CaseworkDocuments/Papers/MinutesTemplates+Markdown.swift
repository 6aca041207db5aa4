/// The minutes of a review in Markdown.
extension MinutesTemplates {
  static let markdown = #"""
    # {{{title}}}

    {{{family}}}, {{{when}}}

    {{{forWhom}}}. **{{{signedOff}}}**

    {{#unfinished}}
    **Not complete:** this meeting was not finished.

    {{#missing}}
    - {{{.}}}
    {{/missing}}

    {{/unfinished}}
    ## Who was there

    {{#present}}
    - {{{.}}}
    {{/present}}
    {{^present}}
    Nobody is written down.
    {{/present}}

    {{#hasApologies}}
    Apologies:

    {{#apologies}}
    - {{{.}}}
    {{/apologies}}

    {{/hasApologies}}
    {{#corrections.present}}
    {{>correction}}
    {{/corrections.present}}
    {{#voices}}
    ## {{{heading}}}

    {{#quotes}}
    {{#lines}}
    > {{{.}}}
    {{/lines}}
    {{#byline}}
    > ({{{.}}})
    {{/byline}}

    {{/quotes}}
    {{/voices}}
    {{#notHeard}}
    **Why a child was not heard:** {{{.}}}

    {{/notHeard}}
    {{#corrections.childVoice}}
    {{>correction}}
    {{/corrections.childVoice}}
    {{#corrections.voices}}
    {{>correction}}
    {{/corrections.voices}}
    {{#hasGoals}}
    ## Goals, from 0 to 10

    {{#goals}}
    ### {{{number}}}. {{{words}}}

    *{{{whose}}}*

    {{#ratings}}
    - **{{{who}}}** {{{now}}} ({{#before}}was {{{.}}}{{/before}}{{^before}}first time{{/before}}) {{#words}}{{{.}}} {{/words}}
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
    ## {{{label}}}

    {{#lines}}
    {{{.}}}

    {{/lines}}
    {{/columns}}
    {{#hasScales}}
    ## Safe enough, from 0 to 10

    {{#scales}}
    - {{{.}}}
    {{/scales}}

    {{/hasScales}}
    {{#corrections.assessment}}
    {{>correction}}
    {{/corrections.assessment}}
    {{#hasEducation}}
    ## Education

    {{#education}}
    {{{.}}}

    {{/education}}
    {{/hasEducation}}
    {{#corrections.education}}
    {{>correction}}
    {{/corrections.education}}
    {{#actions}}
    ## {{{heading}}}

    {{#actions}}
    {{>action}}
    {{/actions}}

    {{/actions}}
    {{#corrections.actions}}
    {{>correction}}
    {{/corrections.actions}}
    {{#outcome}}
    ## {{{label}}}

    {{#lines}}
    {{{.}}}

    {{/lines}}
    {{/outcome}}
    {{#corrections.outcome}}
    {{>correction}}
    {{/corrections.outcome}}
    {{#next}}
    **Next review:** {{{.}}}

    {{/next}}
    {{#corrections.next}}
    {{>correction}}
    {{/corrections.next}}
    {{{printed}}}.

    """#

  static let markdownCorrection = #"""
    > {{{byline}}}
    {{#lines}}
    > {{{.}}}
    {{/lines}}


    """#
}
