// SPDX-License-Identifier: Apache-2.0

import Tongbi

/// What a part of an Office file says of the parts it belongs with: its `.rels`.
struct Relationships: Sendable {
  /// One of them.
  struct Target: Hashable, Sendable {
    /// How the part is called where it is spoken of, such as `rId1`.
    var id: String
    /// The last word of its type, which is the same in the transitional and the strict form: `worksheet`.
    var type: String
    /// The name of the part in the archive.
    var part: String
  }

  /// All targets inside the file, in order.
  private(set) var targets: [Target] = []

  /// Reads those of a part; an empty name stands for the file as a whole. A part without them has none.
  static func read(of part: String, in archive: borrowing Archive) throws(TongbiError) -> Relationships {
    var path = part.split(separator: "/").map(String.init)
    let name = path.popLast() ?? ""
    let place = (path + ["_rels", name + ".rels"]).joined(separator: "/")
    guard archive.contains(place) else { return Relationships() }
    let handler = Handler(folder: path)
    try XMLReader.read(place, of: archive, into: handler)
    return Relationships(targets: handler.targets)
  }

  /// The target of an id.
  func target(_ id: String) -> Target? { targets.first { $0.id == id } }

  /// The first part of a type.
  func part(ofType type: String) -> String? { targets.first { $0.type == type }?.part }

  /// Takes down the targets.
  private final class Handler: XMLHandler {
    private static let limit = 100_000
    private let folder: [String]
    var targets: [Target] = []

    init(folder: [String]) { self.folder = folder }

    func start(_ element: XMLElement) throws(TongbiError) {
      guard element.name == "Relationship", targets.count < Self.limit, let id = element["Id"],
        let type = element["Type"], let target = element["Target"],
        element["TargetMode"].map({ $0 == "External" }) != true
      else { return }
      let word = type.string.split(separator: "/").last.map(String.init) ?? ""
      targets.append(Target(id: id.string, type: word, part: resolved(target.string)))
    }

    func end(_ name: XMLText) throws(TongbiError) {}
    func text(_ text: XMLText) throws(TongbiError) {}

    /// A target counts from the folder of its part, unless it begins with a slash.
    private func resolved(_ target: String) -> String {
      let slashes = target.replacing("\\", with: "/")
      var path = slashes.hasPrefix("/") ? [] : folder
      for step in slashes.split(separator: "/") {
        switch step {
        case ".": break
        case "..": _ = path.popLast()
        default: path.append(String(step))
        }
      }
      return path.joined(separator: "/")
    }
  }
}
