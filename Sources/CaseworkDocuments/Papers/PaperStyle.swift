/// What every HTML print begins with: one page that needs nothing else, for any browser and printer.
///
/// Black on white, letters of 13 points and more for what is read at arm's length, A4 with margins,
/// and no row cut between two pages.
enum PaperStyle {
  static let head = #"""
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="kith">
    <title>{{title}}</title>
    <style>

    """# + css + "</style>\n</head>\n"

  private static let css = #"""
    @page { size: A4; margin: 13mm 15mm 12mm; }
    * { box-sizing: border-box; margin: 0; padding: 0; }
    html { background: #fff; color: #000; }
    body {
      font: 13.5pt/1.34 "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", "Noto Sans", sans-serif;
      max-width: 180mm; margin: 0 auto; overflow-wrap: anywhere;
      -webkit-print-color-adjust: exact; print-color-adjust: exact;
    }
    @media screen { body { padding: 10mm 0; } }
    @media screen and (max-width: 190mm) { body { padding: 6mm 5mm; } }
    h1 { font-size: 22pt; line-height: 1.15; letter-spacing: -0.01em; text-wrap: balance; }
    h2 { font-size: 14pt; line-height: 1.25; break-after: avoid; }
    ul { list-style: none; }
    p, li, h1, h2, h3, dt, dd { orphans: 2; widows: 2; }
    .small { font-size: 11pt; line-height: 1.35; }
    header { border-bottom: 2pt solid #000; padding-bottom: 7pt; margin-bottom: 4pt; break-inside: avoid; }
    header .small { margin-top: 3pt; }
    blockquote { font-size: 15pt; line-height: 1.3; font-style: italic; margin-top: 6pt; }
    .goal { break-inside: avoid; padding: 7pt 0 6pt; border-bottom: 0.75pt solid #777; }
    .goal h2 { display: flex; align-items: baseline; gap: 8pt; }
    .goal h2 .n { flex: none; min-width: 16pt; }
    .goal h2 .w { flex: 1; }
    .goal h2 .whose { flex: none; max-width: 34%; font-weight: normal; font-size: 11pt; text-align: right; }
    .actions { padding-left: 24pt; }
    .action {
      display: grid; grid-template-columns: 12pt 29mm minmax(0, 1fr) fit-content(52mm);
      column-gap: 8pt; align-items: baseline; padding: 1.5pt 0; break-inside: avoid;
    }
    .box {
      width: 11pt; height: 11pt; border: 1.3pt solid #000; align-self: start; margin-top: 3.2pt;
      font-size: 11pt; line-height: 8.4pt; text-align: center; font-weight: bold;
    }
    .who { font-weight: 600; }
    .when { text-align: right; font-size: 12pt; }
    .none { padding-left: 24pt; font-size: 12pt; }
    .head { font-size: 13pt; font-weight: bold; padding-top: 9pt; break-after: avoid; }
    .facts { display: grid; grid-template-columns: 1fr 1fr; column-gap: 10mm; row-gap: 6pt; margin-top: 9pt; }
    .fact { break-inside: avoid; }
    .fact dt { font-size: 11pt; font-weight: bold; }
    .fact dd { font-size: 13pt; line-height: 1.3; }
    footer { margin-top: 9pt; break-inside: avoid; }
    .dense { font-size: 13pt; line-height: 1.26; }
    .dense h1 { font-size: 20pt; }
    .dense h2 { font-size: 13.5pt; }
    .dense blockquote { font-size: 14pt; margin-top: 4pt; }
    .dense .goal { padding: 4pt 0 3.5pt; }
    .dense .action { padding: 0.5pt 0; }
    .dense .facts { margin-top: 7pt; row-gap: 4pt; }
    .dense footer { margin-top: 6pt; }
    .slip { border-bottom: 1.2pt dashed #000; padding: 0 0 12pt; margin-bottom: 14pt; break-inside: avoid; }
    .slip .action { grid-template-columns: 12pt minmax(0, 1fr) fit-content(60mm); padding: 3pt 0; }
    .slip ul { margin: 6pt 0; }
    .minutes section { margin-top: 10pt; }
    .minutes h2 { margin-bottom: 2pt; }
    .minutes .day { font-size: 14pt; }
    .minutes blockquote { font-size: 13.5pt; margin-top: 2pt; }
    .minutes .list .action { break-inside: avoid; }
    .minutes figure { break-inside: avoid; margin: 3pt 0 5pt; }
    .item:not(:last-child)::after { content: " · "; }
    .warning { border: 1.5pt solid #000; padding: 6pt 8pt; break-inside: avoid; }
    .rated { break-inside: avoid; padding: 4pt 0; border-top: 0.75pt solid #777; }
    .rated h3 { font-size: 13.5pt; }
    .rated h3 .small { font-weight: normal; }
    .rating { display: grid; grid-template-columns: 30mm 9mm 22mm minmax(0, 1fr); column-gap: 6pt; align-items: baseline; }
    .score { font-size: 15pt; font-weight: bold; text-align: right; }
    .said { font-style: italic; }
    .columns { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); column-gap: 6mm; border-top: 0.75pt solid #777; padding-top: 6pt; }
    .correction { border-left: 3pt double #000; padding-left: 8pt; margin: 5pt 0; break-inside: avoid; }
    .next { margin-top: 8pt; font-size: 14pt; break-inside: avoid; }
    @media screen and (max-width: 140mm) {
      .action { grid-template-columns: 12pt minmax(0, 1fr); }
      .action > :nth-child(n + 3) { grid-column: 2; text-align: start; }
      .facts { grid-template-columns: 1fr; }
    }

    """#
}
