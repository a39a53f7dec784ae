import CivicTime

/// Who brought which leaf in which community lately: the newest appeal of each, for a window.
///
/// A map from the packed key to the appeal, and a queue in order of time by which keys leave. Memory
/// follows the submissions within the window.
struct RecentContacts: ~Copyable {
  struct Contact: BitwiseCopyable {
    var key: UInt64
    var at: Instant
    var number: AppealNumber
  }

  /// Citizens are numbered below this.
  static let citizensMost: UInt64 = 1 << 40

  let window: Milliseconds
  private var newest = KeyIndex()
  private var queue: UnsafeMutablePointer<Contact>
  private var capacity = 64
  private var head = 0
  private(set) var count = 0

  init(window: Milliseconds) {
    self.window = window
    queue = .allocate(capacity: capacity)
  }

  deinit { queue.deallocate() }

  var allocatedBytes: Int { capacity * MemoryLayout<Contact>.stride + newest.allocatedBytes }

  static func key(_ citizen: UInt64, _ leaf: LeafID, _ community: CommunityID) -> UInt64 {
    citizen << 24 | UInt64(leaf.rawValue) << 8 | UInt64(community.rawValue)
  }

  /// The newest appeal under a key that was submitted within the window before `now`.
  func appeal(under key: UInt64, at now: Instant) -> AppealNumber? {
    guard let position = newest[key] else { return nil }
    let contact = queue[Int(position - 1)]
    return isRemembered(contact, at: now) ? contact.number : nil
  }

  /// Whether it lies within the window before `now`.
  func isRemembered(_ contact: Contact, at now: Instant) -> Bool { contact.at + window >= now }

  /// What an appeal left here; nil if it left nothing, or is forgotten. O(log n).
  func contact(of number: AppealNumber) -> Contact? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      let contact = queue[(head + middle) & (capacity - 1)]
      if contact.number == number { return contact }
      if contact.number < number { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The first appeal that lies within the window before `now`; nil if there is none.
  func oldest(at now: Instant) -> AppealNumber? {
    for step in 0..<count {
      let contact = queue[(head + step) & (capacity - 1)]
      if isRemembered(contact, at: now) { return contact.number }
    }
    return nil
  }

  mutating func record(_ key: UInt64, _ number: AppealNumber, at now: Instant) {
    forget(before: now - window)
    if count == capacity { grow() }
    if newest[key] != nil { newest.remove(key) }
    let position = (head + count) & (capacity - 1)
    queue[position] = Contact(key: key, at: now, number: number)
    newest.insert(key, UInt32(position + 1))
    count += 1
  }

  /// What came under an old leaf came under its successor, from now on.
  mutating func rekey(by successors: UnsafePointer<LeafID>) {
    newest = KeyIndex()
    for step in 0..<count {
      let position = (head + step) & (capacity - 1)
      let old = queue[position].key
      let leaf = successors[Int(old >> 8 & 0xFFFF)]
      let key = old & ~0xFFFF00 | UInt64(leaf.rawValue) << 8
      queue[position].key = key
      if newest[key] != nil { newest.remove(key) }
      newest.insert(key, UInt32(position + 1))
    }
  }

  private mutating func forget(before instant: Instant) {
    while count > 0, queue[head].at < instant {
      let contact = queue[head]
      if newest[contact.key] == UInt32(head + 1) { newest.remove(contact.key) }
      head = (head + 1) & (capacity - 1)
      count -= 1
    }
  }

  @inline(never)
  private mutating func grow() {
    let wider = UnsafeMutablePointer<Contact>.allocate(capacity: 2 * capacity)
    newest = KeyIndex()
    for step in 0..<count {
      let contact = queue[(head + step) & (capacity - 1)]
      wider[step] = contact
      if newest[contact.key] != nil { newest.remove(contact.key) }
      newest.insert(contact.key, UInt32(step + 1))
    }
    queue.deallocate()
    queue = wider
    capacity *= 2
    head = 0
  }

  /// Oldest first.
  func forEach(_ body: (Contact) -> Void) {
    for step in 0..<count { body(queue[(head + step) & (capacity - 1)]) }
  }
}
