package org.convergence.directory.people.domain.imports;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.domain.PersonReading;
import org.convergence.platform.imports.Remark;
import org.convergence.platform.text.Fold;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the people that rows mean: the only place that compares keys, with a few queries for many rows, for the preview
 * and the import alike.
 */
@Component
class PersonRecognition {

    private final Matching matching;
    private final PersonReading reading;

    PersonRecognition(Matching matching, PersonReading reading) {
        this.matching = matching;
        this.reading = reading;
    }

    /** What the directory knows of the people that some rows may mean. */
    record Directory(
            Map<String, List<UUID>> byMail,
            Map<String, List<UUID>> byName,
            Set<UUID> mailless,
            Map<UUID, PersonReading.Entry> known,
            Map<UUID, Set<Matching.Function>> functions,
            Map<String, List<UUID>> organisations) {

        /**
         * The people a row means: those with its name and one of its addresses, otherwise those with its name and no
         * address.
         */
        Set<UUID> meant(PersonRow row) {
            List<UUID> named = byName.getOrDefault(row.folded(), List.of());
            Set<UUID> ids = new LinkedHashSet<>();
            row.mails().forEach(mail -> ids.addAll(byMail.getOrDefault(mail, List.of())));
            ids.retainAll(named);
            if (ids.isEmpty()) {
                named.stream()
                        .filter(id -> row.mails().isEmpty() || mailless.contains(id))
                        .forEach(ids::add);
            }
            return ids;
        }

        /** Adds a remark where another record has the name or the address of a new person. */
        void warn(PersonRow row, List<Remark> remarks) {
            if (byName.containsKey(row.folded())) {
                remarks.add(Remark.of("people.import.remark.homonym"));
            } else if (row.mails().stream().anyMatch(byMail::containsKey)) {
                remarks.add(Remark.of("people.import.remark.address-shared"));
            }
        }

        /** The same, with organisations created meanwhile. */
        Directory with(Map<String, List<UUID>> entered) {
            return new Directory(byMail, byName, mailless, known, functions, entered);
        }

        /** Whether a row gives a function that the person is not known to hold. */
        boolean newFunction(PersonRow row, UUID person) {
            String organisation = row.organisation();
            return organisation != null
                    && organisations.getOrDefault(organisation, List.of()).stream()
                            .noneMatch(at -> holds(person, at, row.title()));
        }

        boolean holds(UUID person, UUID at, @Nullable String title) {
            return functions.getOrDefault(person, Set.of()).stream()
                    .anyMatch(each -> each.organisation().equals(at)
                            && (title == null || each.title().equals(Fold.of(title))));
        }
    }

    /** Everything known of the people that rows may mean. */
    Directory of(List<PersonRow> rows) {
        return of(rows, matching.personsByName(names(rows)), rows);
    }

    /** The same, without people who only share an address: enough to decide which people to create. */
    Directory ofNamed(List<PersonRow> rows) {
        Map<String, List<UUID>> byName = matching.personsByName(names(rows));
        List<PersonRow> named =
                rows.stream().filter(row -> byName.containsKey(row.folded())).toList();
        return of(rows, byName, named);
    }

    private Directory of(List<PersonRow> rows, Map<String, List<UUID>> byName, List<PersonRow> byAddress) {
        Map<String, List<UUID>> byMail = matching.personsByMail(
                byAddress.stream().flatMap(row -> row.mails().stream()).toList());
        Set<UUID> named = new LinkedHashSet<>();
        byName.values().forEach(named::addAll);
        Map<String, List<UUID>> places = matching.organisations(rows.stream()
                .map(PersonRow::organisation)
                .filter(Objects::nonNull)
                .toList());
        Directory keys = new Directory(byMail, byName, matching.mailless(named), Map.of(), Map.of(), places);
        // Namesakes that no row means are not loaded.
        Set<UUID> meant = new LinkedHashSet<>();
        byAddress.forEach(row -> meant.addAll(keys.meant(row)));
        return new Directory(byMail, byName, keys.mailless(), reading.of(meant), matching.functions(meant), places);
    }

    private static List<String> names(List<PersonRow> rows) {
        return rows.stream().map(PersonRow::folded).toList();
    }
}
