extension String {
  /// The text with single Unicode scalars replaced.
  ///
  /// Escaping must not go by `Character`: a quote followed by a combining mark is another
  /// `Character` than a quote, but it still ends a quotation.
  package func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
    var out = ""
    out.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if let text = replacement(scalar) {
        out += text
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// The text as HTML and XML show it, in content and in quoted attributes.
  package var escapedForMarkup: String {
    replacingScalars { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: nil
      }
    }
  }
}
