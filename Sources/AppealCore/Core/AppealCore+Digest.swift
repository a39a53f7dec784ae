extension AppealCore {
  /// A hash of the whole state, by number: no slots, no layout of heaps, the same in every process.
  ///
  /// It hashes the words of all records of the snapshot, so a restored core has the digest of the
  /// original. The journal's chain is not part of it, so that equal states are seen to be equal on
  /// their own. O(appeals in memory).
  public func digest() -> UInt64 {
    var hash = Fold.seed
    forEachCanonicalWord { hash = Fold.absorb($0, into: hash) }
    return hash
  }

  /// The words that `digest()` hashes, for comparisons byte for byte.
  package func canonicalWords() -> [UInt64] {
    var words: [UInt64] = []
    forEachCanonicalWord { words.append($0) }
    return words
  }

  /// Of each record its key, the number of its words, and these.
  private func forEachCanonicalWord(_ body: (UInt64) -> Void) {
    var words = RecordWords()
    forEachRecordKey { key in
      guard encode(key, into: &words) else { return }
      let count = key.kind == .system ? words.count - 1 : words.count
      body(key.word)
      body(UInt64(count))
      for position in 0..<count { body(words[position]) }
    }
  }
}
