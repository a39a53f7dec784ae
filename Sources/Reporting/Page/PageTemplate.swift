import Mustache
import ResultFiles

/// Escapes by Unicode scalars; Mustache's own way misses a `<` with a combining mark behind it.
struct MarkupContent: MustacheContentType {
  static let name = "MARKUP"

  func escapeText(_ text: String) -> String { text.escapedForMarkup }
}

/// The page as Mustache templates: `{{x}}` is escaped, `{{{x}}}` is markup of our own.
enum PageTemplate {
  /// The page as text.
  ///
  /// - Throws: `ReportError.template`.
  static func render(_ content: PageContent) throws -> String {
    MustacheContentTypes.register(MarkupContent(), named: MarkupContent.name)
    do {
      let library = MustacheLibrary(templates: [
        "page": try MustacheTemplate(string: page),
        "block": try MustacheTemplate(string: block),
        "table": try MustacheTemplate(string: table),
      ])
      guard let text = library.render(content, withTemplate: "page") else {
        throw ReportError.template(detail: "the page is not in the library")
      }
      return text
    } catch let error as MustacheTemplate.ParserError {
      throw ReportError.template(detail: "\(error)")
    }
  }

  private static let page = """
    {{% CONTENT_TYPE:MARKUP}}
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>{{title}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <header>
    <h1>{{decision}}</h1>
    <ul class="facts">
    {{#facts}}<li>{{.}}</li>
    {{/facts}}</ul>
    {{#notices}}<p class="notice">{{.}}</p>
    {{/notices}}</header>
    <nav aria-label="{{contentsTitle}}">
    <ol>
    {{#sections}}<li><a href="#{{id}}">{{title}}</a></li>
    {{/sections}}</ol>
    </nav>
    <main>
    {{#sections}}<section id="{{id}}" aria-labelledby="{{id}}-head">
    <h2 id="{{id}}-head">{{title}}</h2>
    {{#blocks}}{{> block}}{{/blocks}}</section>
    {{/sections}}</main>
    <footer><p>{{colophon}}</p></footer>
    </body>
    </html>

    """

  private static let block = """
    {{% CONTENT_TYPE:MARKUP}}
    {{#paragraph}}<p>{{.}}</p>
    {{/paragraph}}{{#notice}}<p class="notice">{{.}}</p>
    {{/notice}}{{#legend}}<ul class="legend">
    {{#items}}<li><span class="mark {{mark}}" aria-hidden="true"></span>{{text}}</li>
    {{/items}}</ul>
    {{/legend}}{{#table}}{{> table}}{{/table}}{{#figure}}<figure class="{{mark}}">
    <figcaption>{{caption}}</figcaption>
    <div class="picture">
    {{{svg}}}</div>
    </figure>
    {{/figure}}{{#details}}<details>
    <summary>{{summary}}</summary>
    {{#tables}}{{> table}}{{/tables}}</details>
    {{/details}}
    """

  private static let table = """
    {{% CONTENT_TYPE:MARKUP}}
    <div class="scroll" tabindex="0" role="region" aria-label="{{caption}}">
    <table class="{{mark}}">
    <caption>{{caption}}</caption>
    <thead><tr><th scope="col">{{corner}}</th>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}\
    </tr></thead>
    {{#groups}}<tbody>
    {{#heading}}<tr class="group"><th scope="rowgroup" colspan="{{span}}">{{.}}</th></tr>
    {{/heading}}{{#rows}}<tr><th scope="row">{{head}}{{#note}}<small>{{.}}</small>{{/note}}</th>\
    {{#cells}}<td class="{{mark}}">{{text}}{{#lines}}<small>{{.}}</small>{{/lines}}</td>{{/cells}}\
    </tr>
    {{/rows}}</tbody>
    {{/groups}}</table>
    </div>

    """
}
