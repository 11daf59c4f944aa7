package org.convergence.directory.people.domain.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.imports.ListImportOptions.ExistingRecordPolicy;
import org.jspecify.annotations.Nullable;

/** Combines a record's data with a file's. The record's name is kept, and an empty cell never erases a value. */
final class FactsCombination {

    private static final int MOST = 20;

    private FactsCombination() {}

    static OrganisationFacts of(OrganisationFacts known, OrganisationFacts said, ExistingRecordPolicy how) {
        boolean replace = how == ExistingRecordPolicy.REPLACE;
        OrganisationKind kind =
                said.kind() == OrganisationKind.OTHER || (!replace && known.kind() != OrganisationKind.OTHER)
                        ? known.kind()
                        : said.kind();
        return new OrganisationFacts(
                known.name(),
                one(known.shortName(), said.shortName(), replace),
                all(known.otherNames(), said.otherNames()),
                kind,
                one(known.place(), said.place(), replace),
                one(known.website(), said.website(), replace),
                points(known.contactPoints(), said.contactPoints()),
                one(known.note(), said.note(), replace));
    }

    static PersonFacts of(PersonFacts known, PersonFacts said, ExistingRecordPolicy how) {
        boolean replace = how == ExistingRecordPolicy.REPLACE;
        List<String> languages =
                replace && !said.languages().isEmpty() ? said.languages() : all(known.languages(), said.languages());
        return new PersonFacts(
                known.givenName(),
                known.familyName(),
                one(known.displayForm(), said.displayForm(), replace),
                one(known.pronoun(), said.pronoun(), replace),
                languages.size() > 10 ? languages.subList(0, 10) : languages,
                points(known.contactPoints(), said.contactPoints()),
                one(known.note(), said.note(), replace));
    }

    private static @Nullable String one(@Nullable String known, @Nullable String said, boolean replace) {
        return said == null || (known != null && !replace) ? known : said;
    }

    private static List<String> all(List<String> known, List<String> said) {
        Set<String> both = new LinkedHashSet<>(known);
        both.addAll(said);
        return both.stream().limit(MOST).toList();
    }

    private static List<ContactPoint> points(List<ContactPoint> known, List<ContactPoint> said) {
        List<ContactPoint> both = new ArrayList<>(known);
        for (ContactPoint point : said) {
            if (both.size() < MOST && both.stream().noneMatch(each -> each.key().equals(point.key()))) {
                both.add(point);
            }
        }
        return both;
    }
}
