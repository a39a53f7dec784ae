/// The style sheet of the page. No font, picture or script comes from anywhere else.
enum PageStyle {
  static let css = """
    :root {
      color-scheme: light dark;
      --paper: #ffffff; --ink: #222222; --muted: #6b6b6b; --hair: #e2e2e2; --tint: #f6f7f8;
      --blue: #0072b2; --warm: #b34700; --mark-blue: #0072b2;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #16181b; --ink: #e8e8e6; --muted: #a2a4a6; --hair: #3a3d41; --tint: #1f2226;
        --blue: #6cb8e6; --warm: #ff9a57; --mark-blue: #2f8fd6;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
    body {
      margin: 0 auto; padding: 3.5rem 1.5rem 4rem; max-width: 72rem;
      background: var(--paper); color: var(--ink);
      font: 1rem/1.6 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial,
        "Liberation Sans", "Noto Sans", sans-serif;
      font-variant-numeric: tabular-nums; overflow-wrap: break-word;
    }
    :lang(zh-Hans) body { font-family: "PingFang SC", "Noto Sans CJK SC",
      "Source Han Sans SC", "Microsoft YaHei", sans-serif; }
    h1 { margin: 0 0 1.5rem; max-width: 32em; font-size: 1.7rem; line-height: 1.4;
      font-weight: 600; letter-spacing: -0.005em; text-wrap: pretty; }
    h2 { margin: 0 0 .6rem; font-size: 1.3rem; line-height: 1.35; font-weight: 600; }
    p { margin: 0 0 1rem; max-width: 46em; text-wrap: pretty; }
    section { margin-top: 4rem; }
    header { padding-bottom: 1.5rem; border-bottom: 1px solid var(--hair); }
    .facts { display: flex; flex-wrap: wrap; margin: 0 0 1.2rem; padding: 0; list-style: none;
      color: var(--muted); }
    .facts li:not(:last-child)::after { content: "·"; margin: 0 .6em; }
    .notice { padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--warm); }
    nav ol { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: 1.2rem 0 0; padding: 0;
      list-style: none; font-size: .9rem; }
    a { color: var(--blue); text-decoration: none; }
    a:hover, a:focus { text-decoration: underline; }
    .legend { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; margin: 0 0 1rem; padding: 0;
      list-style: none; font-size: .88rem; color: var(--muted); }
    .mark { display: inline-block; margin-right: .5em; vertical-align: middle; }
    .mark.noise { width: 1.6em; height: 5px; border-radius: 3px; background: var(--muted); }
    .mark.assumptions { width: 1.6em; height: 1px; background: var(--muted); }
    .mark.better, .mark.worse, .mark.undecided { width: .72em; height: .72em;
      border-radius: 50%; border: 2px solid; }
    .mark.better { color: var(--mark-blue); background: var(--mark-blue); }
    .mark.worse { color: #d55e00; background: #d55e00; }
    .mark.undecided { color: var(--muted); }
    .scroll { margin: 1.2rem 0 2rem; overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.45; }
    caption { padding: 0 0 .5rem; text-align: left; font-weight: 600; font-size: 1rem; }
    th, td { padding: .42rem .8rem .42rem 0; text-align: left; vertical-align: top;
      font-weight: 400; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { vertical-align: bottom; color: var(--muted); font-size: .84rem; line-height: 1.35;
      border-bottom: 1px solid var(--muted); }
    tbody tr + tr, tbody + tbody tr { border-top: 1px solid var(--hair); }
    .numbers th:not(:first-child), .numbers td { text-align: right; }
    .numbers tbody th[scope="row"] { min-width: 11em; }
    .numbers td { white-space: nowrap; }
    tr.group th { padding-top: 1.1rem; font-size: .84rem; color: var(--muted); }
    .words td:first-of-type { min-width: 5em; }
    .words tbody th[scope="row"] { min-width: 9em; }
    td small, th small { display: block; color: var(--muted); font-size: .8rem; }
    td.better { color: var(--blue); }
    td.worse, td.overloaded { color: var(--warm); }
    td.undecided { color: var(--muted); }
    td.code, th.code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
    .ledger th[scope="row"] { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace;
      font-size: .82rem; }
    .ledger thead th { white-space: nowrap; }
    .ledger td:last-child { min-width: 16em; }
    .ledger td:nth-of-type(4) { min-width: 10em; }
    .ledger td:nth-of-type(-n+3) { white-space: nowrap; }
    figure { margin: 1.6rem 0 2.2rem; }
    figcaption { margin-bottom: .5rem; font-weight: 600; }
    .picture { overflow-x: auto; }
    .picture svg { display: block; width: 100%; min-width: 46rem; height: auto;
      font-family: inherit; }
    figure.titled { margin: 0 0 .4rem; }
    figure.titled figcaption { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); }
    details { margin: 1rem 0 1.5rem; }
    summary { cursor: pointer; color: var(--blue); }
    footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--hair);
      color: var(--muted); font-size: .85rem; }
    @media (max-width: 40rem) { body { padding-top: 1.8rem; } h1 { font-size: 1.35rem; } }
    @media print {
      :root { --paper: #fff; --ink: #000; --muted: #444; --hair: #ccc; --blue: #0072b2;
        --warm: #b34700; --mark-blue: #0072b2; }
      body { max-width: none; padding: 0; font-size: 9.5pt; }
      nav { display: none; }
      section { margin-top: 2rem; }
      .scroll, .picture { overflow: visible; }
      .picture svg { min-width: 0; }
      h2, h2 + p, .legend, caption, figcaption, thead, tr.group { break-after: avoid; }
      figure, tr { break-inside: avoid; }
      thead { display: table-header-group; }
      @page { size: A4; margin: 14mm; }
    }
    """
}
