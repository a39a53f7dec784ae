import AppealCore
import AppealStore
import CivicTime
import Foundation
import ServiceFixtures

/// A folder for the stores of one test, gone with it.
final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "huying-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// A new store of the town's.
  func store(_ name: String = "town", policy: Policy) throws -> String {
    let path = url.appending(path: "\(name).store").path
    let identity = StoreIdentity(
      scenario: "town", scenarioHash: "0", window: Town.monday..<(Town.monday + .days(1)),
      zone: "Asia/Shanghai")
    try AppealStore.create(path: path, policy: policy, identity: identity).close()
    return path
  }
}
