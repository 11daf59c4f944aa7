package org.convergence.directory.people.domain.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonListQueries;
import org.convergence.directory.people.domain.SimilarPeopleQueries;
import org.convergence.platform.imports.ImportRow;
import org.springframework.stereotype.Component;

/** Reads rows of a list of people, and finds similar people of the directory, to show them side by side. */
@Component
public record PersonListComparison(SimilarPeopleQueries similarPeopleQueries, PersonListQueries personListQueries) {

    /** The person of each row, by row number; rows without a name are left out. */
    public Map<Integer, PersonFacts> readPeople(List<ImportRow> rows) {
        Map<Integer, PersonFacts> said = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            PersonFacts facts = PersonImportRow.read(row).facts();
            if (facts != null) {
                said.put(row.number(), facts);
            }
        }
        return said;
    }

    /** The similar people of the directory, by row number. */
    public Map<Integer, List<PersonListQueries.PersonLine>> findSimilar(List<ImportRow> rows) {
        List<SimilarPeopleQueries.ListedPerson> asked = new ArrayList<>();
        for (ImportRow row : rows) {
            PersonImportRow read = PersonImportRow.read(row);
            PersonFacts facts = read.facts();
            if (facts != null) {
                asked.add(new SimilarPeopleQueries.ListedPerson(
                        row.number(), facts.givenName() + " " + facts.familyName(), read.mails()));
            }
        }
        Map<Integer, List<UUID>> found = similarPeopleQueries.findSimilar(asked);
        Map<UUID, PersonListQueries.PersonLine> known = new LinkedHashMap<>();
        List<PersonId> ids = found.values().stream()
                .flatMap(List::stream)
                .distinct()
                .map(PersonId::new)
                .toList();
        personListQueries
                .findByIds(ids)
                .forEach(line -> known.put(line.name().id().value(), line));
        Map<Integer, List<PersonListQueries.PersonLine>> lines = new LinkedHashMap<>();
        found.forEach((line, each) -> lines.put(
                line, each.stream().filter(known::containsKey).map(known::get).toList()));
        return lines;
    }
}
