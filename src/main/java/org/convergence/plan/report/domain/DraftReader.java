package org.convergence.plan.report.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.NamesInText;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.report.SectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Contents.Part;
import org.convergence.plan.report.domain.FigureDrafting.Gap;
import org.convergence.plan.report.domain.Lack.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a drafted report completely, in some fifteen queries whatever its size. The caller checks the permission. */
@Component
class DraftReader {

    private final ContentsMaker contents;
    private final ReportRows rows;
    private final People people;
    private final NamesInText names;

    DraftReader(ContentsMaker contents, ReportRows rows, People people, NamesInText names) {
        this.contents = contents;
        this.rows = rows;
        this.people = people;
        this.names = names;
    }

    Draft of(Report report) {
        Map<SectionRef, Written> written = rows.sections(report.id());
        List<Draft.LeftOut> leftOut = rows.leftOut(report.id());
        Map<UUID, String> checks = rows.checks(report.id());
        Map<UUID, Gap> gaps = rows.gaps(report.id());
        Contents whole = contents.of(report, written, gaps, ids(leftOut));
        Map<UUID, String> called = called(report, written);
        Map<SectionRef, String> writers = new HashMap<>();
        written.forEach(
                (ref, section) -> Optional.ofNullable(shown(section.responsible(), section.responsibleWords(), called))
                        .ifPresent(name -> writers.put(ref, name)));
        return new Draft(
                report,
                shown(report.responsible(), report.responsibleWords(), called),
                whole,
                written,
                writers,
                gaps,
                leftOut,
                right(whole, checks),
                lacks(report, whole, written, checks));
    }

    private static Set<UUID> ids(List<Draft.LeftOut> leftOut) {
        return leftOut.stream().map(Draft.LeftOut::id).collect(Collectors.toSet());
    }

    private static Set<UUID> right(Contents whole, Map<UUID, String> checks) {
        return checks.entrySet().stream()
                .filter(check -> check.getValue().equals(SectionPolicy.figuresOf(whole.serving(check.getKey()))))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The contents, without checking what they lack. */
    Contents contents(Report report) {
        return contents.of(report, rows.sections(report.id()), rows.gaps(report.id()), ids(rows.leftOut(report.id())));
    }

    private List<Lack> lacks(
            Report report, Contents whole, Map<SectionRef, Written> written, Map<UUID, String> checks) {
        Map<UUID, Integer> open = rows.open(report);
        List<List<String>> named = named(whole);
        boolean over = report.periodTo().isBefore(whole.head().asOf());
        AudienceShape shape = AudienceShape.of(report.audience());
        List<Lack> lacks = new ArrayList<>();
        for (int i = 0; i < whole.parts().size(); i++) {
            Part part = whole.parts().get(i);
            UUID line = part.line();
            Written section = written.getOrDefault(part.ref(), Written.nothing(report.id(), part.ref()));
            lacks.addAll(SectionPolicy.lacks(new SectionPolicy.Judged(
                    shape,
                    part,
                    section,
                    line == null ? List.of() : whole.serving(line),
                    line == null ? null : checks.get(line),
                    line == null ? 0 : open.getOrDefault(line, 0),
                    named.get(i),
                    over)));
        }
        lacks.addAll(namedInEvidence(whole, named));
        int unlinked = rows.unlinked(report);
        if (unlinked > 0) {
            lacks.add(new Lack(Kind.UNLINKED, null, List.of(unlinked), null));
        }
        return lacks;
    }

    /** The people named in each part, then in the title of each realisation. */
    private List<List<String>> named(Contents whole) {
        List<String> texts = new ArrayList<>();
        for (Part part : whole.parts()) {
            String explained = Stream.concat(
                            part.goals().stream().map(Contents.Goal::explanation),
                            part.standing().stream().map(Contents.Standing::reason))
                    .collect(Collectors.joining("\n"));
            texts.add(String.join("\n", part.heading() == null ? "" : part.heading(), part.text(), explained));
        }
        whole.facts().forEach(fact -> texts.add(fact.title() + "\n" + captions(whole, fact)));
        return names.in(texts);
    }

    private static String captions(Contents whole, Fact fact) {
        return whole.photographs().stream()
                .filter(photo -> photo.realisation().equals(fact.id()))
                .map(photo -> photo.caption() + "\n" + photo.alternative())
                .collect(Collectors.joining("\n"));
    }

    private static List<Lack> namedInEvidence(Contents whole, List<List<String>> named) {
        List<Lack> lacks = new ArrayList<>();
        for (int i = 0; i < whole.facts().size(); i++) {
            List<String> found = named.get(whole.parts().size() + i);
            if (!found.isEmpty()) {
                Fact fact = whole.facts().get(i);
                SectionRef section = fact.means().isEmpty()
                        ? null
                        : new SectionRef(SectionKind.MEANS, fact.means().get(0));
                lacks.add(new Lack(
                        Kind.NAMED_IN_EVIDENCE, section, List.of(String.join(", ", found), fact.title()), fact.id()));
            }
        }
        return lacks;
    }

    private Map<UUID, String> called(Report report, Map<SectionRef, Written> written) {
        Set<PersonId> ids = written.values().stream()
                .map(Written::responsible)
                .filter(java.util.Objects::nonNull)
                .map(PersonId::new)
                .collect(Collectors.toSet());
        UUID responsible = report.responsible();
        if (responsible != null) {
            ids.add(new PersonId(responsible));
        }
        Map<UUID, String> called = new LinkedHashMap<>();
        for (PersonName name : people.personNames(ids).values()) {
            called.put(name.id().value(), name.name());
        }
        return called;
    }

    private static @Nullable String shown(@Nullable UUID person, @Nullable String words, Map<UUID, String> called) {
        return person == null ? words : called.get(person);
    }
}
