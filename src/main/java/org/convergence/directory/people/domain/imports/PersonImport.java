package org.convergence.directory.people.domain.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.Appointments;
import org.convergence.directory.people.domain.ContactPoint.Channel;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonList;
import org.convergence.directory.people.domain.PersonReading;
import org.convergence.directory.people.domain.PersonRegister;
import org.convergence.platform.imports.ImportLine;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Ledger;
import org.convergence.platform.imports.Outcome;
import org.convergence.platform.imports.Remark;
import org.convergence.platform.text.Fold;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People in a file, recognised by name and mail address. Who bears the name and has another address is someone else. */
@Component
class PersonImport extends ListKind {

    private final Matching matching;
    private final PersonList list;
    private final PersonReading reading;
    private final PersonRegister register;
    private final Appointments appointments;
    private final OrganisationImport organisations;

    PersonImport(
            Matching matching,
            Restoration restoration,
            PersonList list,
            PersonReading reading,
            PersonRegister register,
            Appointments appointments,
            OrganisationImport organisations) {
        super(Subject.PERSONS, matching, restoration);
        this.matching = matching;
        this.list = list;
        this.reading = reading;
        this.register = register;
        this.appointments = appointments;
        this.organisations = organisations;
    }

    /** What the directory knows of those whom some rows may mean. */
    private record Directory(
            Map<String, List<UUID>> byMail,
            Map<String, List<UUID>> byName,
            Map<UUID, PersonFacts> facts,
            Map<UUID, Set<Matching.Function>> functions,
            Map<String, List<UUID>> organisations) {}

    private Directory directory(List<PersonRow> rows) {
        List<String> mails = rows.stream().flatMap(row -> row.mails().stream()).toList();
        List<String> names = rows.stream().map(PersonRow::folded).toList();
        List<String> places = new ArrayList<>();
        for (PersonRow row : rows) {
            if (row.organisation() != null) {
                places.add(row.organisation());
            }
        }
        Map<String, List<UUID>> byMail = matching.personsByMail(mails);
        Map<String, List<UUID>> byName = matching.personsByName(names);
        Set<UUID> ids = new LinkedHashSet<>();
        byMail.values().forEach(ids::addAll);
        byName.values().forEach(ids::addAll);
        Map<UUID, PersonFacts> facts = list.of(ids.stream().map(PersonId::new).toList()).stream()
                .collect(Collectors.toMap(line -> line.name().id().value(), PersonList.Line::facts));
        return new Directory(byMail, byName, facts, matching.functions(ids), matching.organisations(places));
    }

    /** Whom a row means among those known: one of its name who has one of its addresses, else one without address. */
    private static Set<UUID> meant(PersonRow row, Directory directory) {
        List<UUID> named = directory.byName().getOrDefault(row.folded(), List.of());
        Set<UUID> ids = new LinkedHashSet<>();
        row.mails().forEach(mail -> ids.addAll(directory.byMail().getOrDefault(mail, List.of())));
        ids.retainAll(named);
        if (ids.isEmpty()) {
            named.stream()
                    .filter(id ->
                            row.mails().isEmpty() || !hasMail(directory.facts().get(id)))
                    .forEach(ids::add);
        }
        return ids;
    }

    private static boolean hasMail(@Nullable PersonFacts facts) {
        return facts != null && !facts.first(Channel.MAIL).isEmpty();
    }

    @Override
    List<ImportLine> assess(List<ImportRow> rows, Known known, Map<String, Integer> seen) {
        List<PersonRow> read = rows.stream().map(PersonRow::read).toList();
        Directory directory = directory(read);
        return read.stream().map(row -> assess(row, known, seen, directory)).toList();
    }

    private static ImportLine assess(PersonRow row, Known known, Map<String, Integer> seen, Directory directory) {
        PersonFacts said = row.facts();
        List<Remark> remarks = new ArrayList<>(row.remarks());
        if (said == null) {
            return new ImportLine(row.line(), "", Outcome.ASIDE, remarks);
        }
        String name = said.displayName();
        Set<UUID> ids = meant(row, directory);
        if (ids.size() > 1) {
            remarks.add(Remark.of("people.import.remark.ambiguous", ids.size()));
            return new ImportLine(row.line(), name, Outcome.ASIDE, remarks);
        }
        String organisation = row.organisation();
        if (organisation != null
                && !directory.organisations().containsKey(organisation)
                && seen.putIfAbsent("organisation " + Fold.of(organisation), row.line()) == null) {
            remarks.add(Remark.of("people.import.remark.also-made", organisation));
        }
        if (ids.isEmpty()) {
            Integer above = above(row, seen);
            if (above != null) {
                remarks.add(Remark.of("people.import.remark.same-line", above));
                return new ImportLine(row.line(), name, known == Known.LEAVE ? Outcome.SAME : Outcome.CHANGED, remarks);
            }
            warn(row, directory, remarks);
            return new ImportLine(row.line(), name, Outcome.CREATED, remarks);
        }
        UUID id = ids.iterator().next();
        PersonFacts stands = directory.facts().get(id);
        boolean changes = known != Known.LEAVE
                && ((stands != null && !Combination.of(stands, said, known).equals(stands))
                        || newFunction(row, directory, id));
        return new ImportLine(row.line(), name, changes ? Outcome.CHANGED : Outcome.SAME, remarks);
    }

    /** A line above that means the same person, as the directory would when that line is entered. */
    private static @Nullable Integer above(PersonRow row, Map<String, Integer> seen) {
        String name = "person " + row.folded();
        Integer above = row.mails().isEmpty() ? seen.get(name) : seen.get(name + " without");
        for (String mail : row.mails()) {
            Integer line = seen.putIfAbsent(name + " " + mail, row.line());
            above = line == null ? above : line;
        }
        seen.putIfAbsent(name, row.line());
        if (row.mails().isEmpty()) {
            seen.putIfAbsent(name + " without", row.line());
        }
        return above;
    }

    /** Says that others bear the name or have the address of someone who is entered. */
    private static void warn(PersonRow row, Directory directory, List<Remark> remarks) {
        if (directory.byName().containsKey(row.folded())) {
            remarks.add(Remark.of("people.import.remark.homonym"));
        } else if (row.mails().stream().anyMatch(directory.byMail()::containsKey)) {
            remarks.add(Remark.of("people.import.remark.address-shared"));
        }
    }

    private static boolean newFunction(PersonRow row, Directory directory, UUID person) {
        String organisation = row.organisation();
        if (organisation == null) {
            return false;
        }
        Set<Matching.Function> has = directory.functions().getOrDefault(person, Set.of());
        return directory.organisations().getOrDefault(organisation, List.of()).stream()
                .noneMatch(at -> holds(has, at, row.title()));
    }

    private static boolean holds(Set<Matching.Function> has, UUID at, @Nullable String title) {
        return has.stream()
                .anyMatch(each -> each.organisation().equals(at)
                        && (title == null || each.title().equals(Fold.of(title))));
    }

    @Override
    ImportLine enter(ImportRow cells, Manner manner, Ledger ledger) {
        Known known = manner.known();
        PersonRow row = PersonRow.read(cells);
        PersonFacts said = row.facts();
        List<Remark> remarks = new ArrayList<>(row.remarks());
        if (said == null) {
            return new ImportLine(row.line(), "", Outcome.ASIDE, remarks);
        }
        Directory directory = directory(List.of(row));
        Set<UUID> ids = meant(row, directory);
        if (ids.size() > 1) {
            remarks.add(Remark.of("people.import.remark.ambiguous", ids.size()));
            return new ImportLine(row.line(), said.displayName(), Outcome.ASIDE, remarks);
        }
        boolean fresh = ids.isEmpty();
        PersonId id = fresh ? register.add(said) : new PersonId(ids.iterator().next());
        boolean changed = false;
        if (fresh) {
            warn(row, directory, remarks);
            ledger.made(Thing.PERSON, id);
        } else if (known != Known.LEAVE) {
            changed = combine(id, said, known, ledger);
        }
        if (fresh || known != Known.LEAVE) {
            changed |= appoint(id, row, directory, manner.untitled(), ledger);
        }
        return new ImportLine(
                row.line(),
                said.displayName(),
                fresh ? Outcome.CREATED : changed ? Outcome.CHANGED : Outcome.SAME,
                remarks);
    }

    private boolean combine(PersonId id, PersonFacts said, Known known, Ledger ledger) {
        PersonReading.Entry entry = reading.find(id);
        PersonFacts both = Combination.of(entry.facts(), said, known);
        if (both.equals(entry.facts())) {
            return false;
        }
        register.change(id, entry.version(), both);
        ledger.changed(Thing.PERSON, id, entry.version());
        return true;
    }

    private boolean appoint(PersonId id, PersonRow row, Directory directory, String untitled, Ledger ledger) {
        String name = row.organisation();
        if (name == null) {
            return false;
        }
        OrganisationId at = organisations.named(name, ledger);
        if (holds(directory.functions().getOrDefault(id.value(), Set.of()), at.value(), row.title())) {
            return false;
        }
        String title = row.title() == null ? untitled : row.title();
        ledger.made(Thing.FUNCTION, appointments.appoint(id, at, title, row.period()));
        return true;
    }
}
