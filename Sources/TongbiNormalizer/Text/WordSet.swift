// SPDX-License-Identifier: Apache-2.0

/// Words to look for at a place in a text, the longest first, each with what it stands for.
///
/// The words are held as a tree of letters, so that a look-up costs as many steps as letters agree, however many words
/// there are.
struct WordSet<Meaning: Sendable>: Sendable {
  private struct Node: Sendable {
    let letter: Unicode.Scalar
    /// The nodes of the letters after this one, in the order of the letters.
    var children: Range<Int32> = 0..<0
    /// The place in `meanings` of the word that ends here; −1 where none does.
    var meaning: Int32 = -1
  }

  /// The tree; all copies of a set share it, so that handing one on costs one reference.
  private final class Tree: Sendable {
    /// For each first letter, 1 + its node.
    let table: ScalarTable
    /// The nodes; a look-up goes through several for each letter of a text.
    let nodes: [Node]
    /// For each node the places in `meanings` of the words that go on from there.
    let longer: [Range<Int32>]
    /// What the words mean, in the order of the words.
    let meanings: [Meaning]
    let firsts: [Unicode.Scalar]
    /// A bit for each letter that words end in, by its last six bits: most letters of a text have none.
    let lasts: UInt64
    /// A bit for each first letter, by its last eight bits: what begins no word is mostly told without the table.
    private let firstBits: SIMD4<UInt64>

    init(
      table: ScalarTable, nodes: [Node], longer: [Range<Int32>], meanings: [Meaning], firsts: [Unicode.Scalar]
    ) {
      lasts = nodes.reduce(0) { $1.meaning < 0 ? $0 : $0 | 1 << UInt64($1.letter.value & 63) }
      firstBits = firsts.reduce(into: SIMD4()) { $0[Int($1.value >> 6 & 3)] |= 1 << UInt64($1.value & 63) }
      self.table = table
      self.nodes = nodes
      self.longer = longer
      self.meanings = meanings
      self.firsts = firsts
    }

    /// Where the longest word that starts at a place ends, and which meaning it has; −1 for none.
    func match(_ text: [Unicode.Scalar], at start: Int, before limit: Int) -> (end: Int, meaning: Int) {
      guard mayBegin(text[start]) else { return (start + 1, -1) }
      var node = Int(table[text[start]]) - 1
      var found: Int32 = -1
      var end = start + 1
      var at = start + 1
      while node >= 0 {
        if nodes[node].meaning >= 0 {
          found = nodes[node].meaning
          end = at
        }
        guard at < limit else { break }
        node = child(of: nodes[node].children, text[at])
        at += 1
      }
      return (end, Int(found))
    }

    /// Whether some word may begin with a letter.
    @inline(__always)
    func mayBegin(_ letter: Unicode.Scalar) -> Bool {
      firstBits[Int(letter.value >> 6 & 3)] & 1 << UInt64(letter.value & 63) != 0
    }

    /// The node that letters lead to from another, or from the beginning; −1 where no word goes on so.
    func node(after start: Int?, _ letters: ArraySlice<Unicode.Scalar>) -> Int {
      var node = start
      for letter in letters {
        guard let known = node else {
          node = Int(table[letter]) - 1
          continue
        }
        guard known >= 0 else { return -1 }
        node = child(of: nodes[known].children, letter)
      }
      return node ?? -1
    }

    /// What the words mean that begin with some letters and go on.
    func meanings(beginningWith letters: [Unicode.Scalar]) -> [Meaning] {
      let node = node(after: nil, letters[...])
      guard node >= 0 else { return [] }
      return meanings[Int(longer[node].lowerBound)..<Int(longer[node].upperBound)].reversed()
    }

    /// The node of a letter among those after another; −1 where no word goes on so.
    private func child(of children: Range<Int32>, _ letter: Unicode.Scalar) -> Int {
      var (low, high) = (Int(children.lowerBound), Int(children.upperBound))
      while low < high {
        let middle = (low + high) / 2
        let other = nodes[middle].letter
        if other == letter { return middle }
        if other < letter { low = middle + 1 } else { high = middle }
      }
      return -1
    }
  }

  private let tree: Tree
  /// The letters that words begin with.
  var firsts: [Unicode.Scalar] { tree.firsts }

  /// Makes a set from words and their meanings; of two equal words the first one stays.
  init(_ words: [(String, Meaning)]) { self.init(spelled: words.map { (Array($0.0.unicodeScalars), $0.1) }) }

  /// Makes a set from the letters of words; of two equal words the first one stays.
  init(spelled: [(word: [Unicode.Scalar], meaning: Meaning)]) {
    let sorted = spelled.indices.filter { !spelled[$0].word.isEmpty }.sorted { left, right in
      let (first, second) = (spelled[left].word, spelled[right].word)
      return first == second ? left < right : first.lexicographicallyPrecedes(second)
    }
    var order: [Int] = []
    order.reserveCapacity(sorted.count)
    for place in sorted where order.last.map({ spelled[$0].word != spelled[place].word }) ?? true {
      order.append(place)
    }
    var table = ScalarTable()
    var nodes: [Node] = []
    var runs: [Range<Int32>] = []
    var firstCount = 0
    // Words that share their first letters stand side by side; a node takes in such a run.
    var open: [(node: Int, run: Range<Int>, depth: Int)] = [(-1, 0..<order.count, 0)]
    var next = 0
    while next < open.count {
      let (node, run, depth) = open[next]
      next += 1
      let start = nodes.count
      var at = run.lowerBound
      while at < run.upperBound {
        let letter = spelled[order[at]].word[depth]
        var end = at
        while end < run.upperBound, spelled[order[end]].word[depth] == letter { end += 1 }
        var new = Node(letter: letter)
        let ends = spelled[order[at]].word.count == depth + 1
        if ends { new.meaning = Int32(at) }
        let longer = ends ? at + 1 : at
        runs.append(Int32(longer)..<Int32(end))
        if longer < end { open.append((nodes.count, longer..<end, depth + 1)) }
        nodes.append(new)
        at = end
      }
      if node < 0 { firstCount = nodes.count } else { nodes[node].children = Int32(start)..<Int32(nodes.count) }
    }
    for first in 0..<firstCount { table[nodes[first].letter] = UInt16(first + 1) }
    tree = Tree(
      table: table, nodes: nodes, longer: runs, meanings: order.map { spelled[$0].meaning },
      firsts: nodes.prefix(firstCount).map(\.letter))
  }

  /// What a word means that some letters, then others, spell from its beginning to its end.
  func meaning(of first: ArraySlice<Unicode.Scalar>, _ rest: ArraySlice<Unicode.Scalar> = []) -> Meaning? {
    guard !first.isEmpty else { return rest.isEmpty ? nil : meaning(of: rest) }
    let node = tree.node(after: tree.node(after: nil, first), rest)
    guard node >= 0, tree.nodes[node].meaning >= 0 else { return nil }
    return tree.meanings[Int(tree.nodes[node].meaning)]
  }

  /// The longest word that starts at a place: where it ends and what it means.
  func match(_ text: [Unicode.Scalar], at start: Int, before limit: Int) -> (end: Int, meaning: Meaning)? {
    guard start < limit else { return nil }
    let (end, found) = tree.match(text, at: start, before: limit)
    return found < 0 ? nil : (end, tree.meanings[found])
  }

  /// The longest word at a place that passes a test: where it ends and what it means.
  func match(
    _ text: [Unicode.Scalar], at start: Int, before limit: Int, where passes: (Int, Meaning) -> Bool
  ) -> (end: Int, meaning: Meaning)? {
    var limit = limit
    while start < limit, let (end, meaning) = match(text, at: start, before: limit) {
      if passes(end, meaning) { return (end, meaning) }
      limit = end - 1
    }
    return nil
  }

  /// What the words mean that begin with some letters and go on.
  func meanings(beginningWith letters: [Unicode.Scalar]) -> [Meaning] { tree.meanings(beginningWith: letters) }

  /// The longest word that ends at a place: where it starts and what it means; looks back at most `reach` scalars.
  func match(
    _ text: [Unicode.Scalar], endingAt end: Int, after limit: Int, reach: Int = 8
  ) -> (start: Int, meaning: Meaning)? {
    var start = max(limit, end - reach)
    guard start < end, tree.lasts & 1 << UInt64(text[end - 1].value & 63) != 0 else { return nil }
    while start < end {
      if let found = match(text, at: start, before: end), found.end == end { return (start, found.meaning) }
      start += 1
    }
    return nil
  }
}

extension WordSet {
  /// Whether some word stands inside a stretch of text.
  func occurs(in text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    range.contains { tree.mayBegin(text[$0]) && match(text, at: $0, before: range.upperBound) != nil }
  }

  /// Whether a text begins with some word.
  func begins(_ text: String) -> Bool {
    let letters = Array(text.unicodeScalars)
    return match(letters, at: 0, before: letters.count) != nil
  }

  /// Whether a text ends in some word.
  func ends(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last, tree.lasts & 1 << UInt64(last.value & 63) != 0 else { return false }
    let letters = Array(text.unicodeScalars)
    return match(letters, endingAt: letters.count, after: 0) != nil
  }
}

extension WordSet where Meaning == Bool {
  /// Makes a set of words that have no meaning beyond themselves.
  init(words: [String]) { self.init(words.map { ($0, true) }) }

  /// Where the longest word that starts at a place ends.
  func end(_ text: [Unicode.Scalar], at start: Int, before limit: Int) -> Int? {
    match(text, at: start, before: limit)?.end
  }
}
