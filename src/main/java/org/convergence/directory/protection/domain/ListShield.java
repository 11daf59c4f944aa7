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
import org.convergence.directory.protection.domain.Vault.Kind;
import org.convergence.platform.imports.RowShield;
import org.convergence.platform.keys.Marks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Recognises protected people in imported lists, whatever the column names: by a name in one or two cells, or by an
 * address with a word of the name. Nothing of the row is kept, and the recognition is logged.
 */
@Component
class ListShield implements RowShield {

    private static final int LONGEST_CELL = 300;

    private final Vault vault;
    private final Marks marks;
    private final Watch watch;
    private final JdbcClient db;

    ListShield(Vault vault, Marks marks, Watch watch, JdbcClient db) {
        this.vault = vault;
        this.marks = marks;
        this.watch = watch;
        this.db = db;
    }

    @Override
    public Set<Integer> covered(List<List<String>> rows) {
        if (vault.isEmpty()) {
            return Set.of();
        }
        vault.requireOurKeys();
        var known = new Known(marks(), marks, new HashMap<>());
        Set<Integer> covered = new TreeSet<>();
        Set<UUID> recognised = new HashSet<>();
        for (int place = 0; place < rows.size(); place++) {
            Optional<UUID> person = known.in(rows.get(place));
            if (person.isPresent()) {
                covered.add(place);
                recognised.add(person.get());
            }
        }
        recognised.forEach(each -> watch.recognised(new PersonId(each)));
        return covered;
    }

    private Map<String, Set<UUID>> marks() {
        Map<String, Set<UUID>> all = new HashMap<>();
        db.sql("SELECT kind || ' ' || mark AS mark, person FROM directory.protection_mark")
                .query((row, n) -> all.computeIfAbsent(row.getString("mark"), m -> new HashSet<>())
                        .add(row.getObject("person", UUID.class)))
                .list();
        return all;
    }

    /** All marks, with a cache of lookups, since cells repeat. */
    private record Known(Map<String, Set<UUID>> all, Marks marks, Map<String, Set<UUID>> asked) {

        Optional<UUID> in(List<String> cells) {
            Map<Kind, Set<UUID>> found = new HashMap<>();
            Map<String, Set<UUID>> given = new HashMap<>();
            Map<String, Set<UUID>> family = new HashMap<>();
            for (String cell : cells) {
                if (cell.isBlank() || cell.length() > LONGEST_CELL) {
                    continue;
                }
                for (String name : MarkPolicy.names(List.of(cell))) {
                    found.computeIfAbsent(Kind.NAME, k -> new HashSet<>()).addAll(of(name, Kind.NAME));
                    keep(given, name, of(name, Kind.GIVEN));
                    keep(family, name, of(name, Kind.FAMILY));
                }
                MarkPolicy.words(List.of(cell))
                        .forEach(word -> found.computeIfAbsent(Kind.WORD, k -> new HashSet<>())
                                .addAll(of(word, Kind.WORD)));
                MarkPolicy.addresses(Stream.of(cell.split("[;,\\s]+"), new String[] {cell})
                                .flatMap(Stream::of)
                                .toList())
                        .forEach(address -> found.computeIfAbsent(Kind.ADDRESS, k -> new HashSet<>())
                                .addAll(of(address, Kind.ADDRESS)));
            }
            List<UUID> hers = new ArrayList<>(found.getOrDefault(Kind.NAME, Set.of()));
            given.forEach((first, who) -> family.forEach((last, others) -> {
                if (!first.equals(last)) {
                    hers.addAll(both(who, others));
                }
            }));
            hers.addAll(both(found.getOrDefault(Kind.ADDRESS, Set.of()), found.getOrDefault(Kind.WORD, Set.of())));
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

        private Set<UUID> of(String text, Kind kind) {
            return text.isEmpty() ? Set.of() : asked.computeIfAbsent(kind + " " + text, k -> looked(text, kind));
        }

        private Set<UUID> looked(String text, Kind kind) {
            Set<UUID> people = new HashSet<>();
            marks.known(text, Vault.use(kind))
                    .forEach(mark -> people.addAll(all.getOrDefault(kind + " " + mark, Set.of())));
            return people;
        }
    }
}
