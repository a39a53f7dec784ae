/// The program's version, as results carry it.
enum Version {
  static let text = "0.1.0"
}
