package org.convergence.directory.protection.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.domain.IdentityVault.IdentityMarkKind;
import org.convergence.platform.imports.ImportRowGuard;
import org.convergence.platform.keys.MarkGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Recognises protected people in imported lists, whatever the column names: by a name in one or two cells, or by an
 * address with a word of the name. Nothing of the row is kept, and the recognition is logged.
 */
@Component
record ProtectedRowShield(IdentityVault vault, MarkGenerator marks, IdentityWatch watch, JdbcClient db)
        implements ImportRowGuard {

    private static final int LONGEST_CELL = 300;

    @Override
    public Set<Integer> findProtectedRows(List<List<String>> rows) {
        if (vault.isEmpty()) {
            return Set.of();
        }
        vault.requireOurKeys();
        var known = new MarkLookup(findMarks(), marks, new HashMap<>());
        Set<Integer> covered = new TreeSet<>();
        Set<UUID> recognised = new HashSet<>();
        for (int place = 0; place < rows.size(); place++) {
            Optional<UUID> person = known.findPerson(rows.get(place));
            if (person.isPresent()) {
                covered.add(place);
                recognised.add(person.get());
            }
        }
        recognised.forEach(each -> watch.logRecognition(new PersonId(each)));
        return covered;
    }

    private Map<String, Set<UUID>> findMarks() {
        Map<String, Set<UUID>> all = new HashMap<>();
        db.sql("SELECT kind || ' ' || mark AS mark, person FROM directory.protection_mark")
                .query((row, n) -> all.computeIfAbsent(row.getString("mark"), m -> new HashSet<>())
                        .add(row.getObject("person", UUID.class)))
                .list();
        return all;
    }

    /** All marks, with a cache of lookups, since cells repeat. */
    private record MarkLookup(Map<String, Set<UUID>> all, MarkGenerator marks, Map<String, Set<UUID>> asked) {

        Optional<UUID> findPerson(List<String> cells) {
            Map<IdentityMarkKind, Set<UUID>> found = new HashMap<>();
            Map<String, Set<UUID>> given = new HashMap<>();
            Map<String, Set<UUID>> family = new HashMap<>();
            for (String cell : cells) {
                if (cell.isBlank() || cell.length() > LONGEST_CELL) {
                    continue;
                }
                for (String name : MarkPolicy.normaliseNames(List.of(cell))) {
                    found.computeIfAbsent(IdentityMarkKind.NAME, k -> new HashSet<>())
                            .addAll(of(name, IdentityMarkKind.NAME));
                    keep(given, name, of(name, IdentityMarkKind.GIVEN));
                    keep(family, name, of(name, IdentityMarkKind.FAMILY));
                }
                MarkPolicy.distinctiveWords(List.of(cell))
                        .forEach(word -> found.computeIfAbsent(IdentityMarkKind.WORD, k -> new HashSet<>())
                                .addAll(of(word, IdentityMarkKind.WORD)));
                MarkPolicy.normaliseAddresses(Stream.of(cell.split("[;,\\s]+"), new String[] {cell})
                                .flatMap(Stream::of)
                                .toList())
                        .forEach(address -> found.computeIfAbsent(IdentityMarkKind.ADDRESS, k -> new HashSet<>())
                                .addAll(of(address, IdentityMarkKind.ADDRESS)));
            }
            List<UUID> hers = new ArrayList<>(found.getOrDefault(IdentityMarkKind.NAME, Set.of()));
            given.forEach((first, who) -> family.forEach((last, others) -> {
                if (!first.equals(last)) {
                    hers.addAll(both(who, others));
                }
            }));
            hers.addAll(both(
                    found.getOrDefault(IdentityMarkKind.ADDRESS, Set.of()),
                    found.getOrDefault(IdentityMarkKind.WORD, Set.of())));
            return hers.stream().findFirst();
        }

        private static void keep(Map<String, Set<UUID>> found, String cell, Set<UUID> people) {
            if (!people.isEmpty()) {
                found.put(cell, people);
            }
        }

        private static Set<UUID> both(Set<UUID> some, Set<UUID> others) {
            Set<UUID> both = new HashSet<>(some);
            both.retainAll(others);
            return both;
        }

        private Set<UUID> of(String text, IdentityMarkKind kind) {
            return text.isEmpty() ? Set.of() : asked.computeIfAbsent(kind + " " + text, k -> findByMark(text, kind));
        }

        private Set<UUID> findByMark(String text, IdentityMarkKind kind) {
            Set<UUID> people = new HashSet<>();
            marks.computeAll(text, IdentityVault.use(kind))
                    .forEach(mark -> people.addAll(all.getOrDefault(kind + " " + mark, Set.of())));
            return people;
        }
    }
}
