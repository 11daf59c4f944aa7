package org.convergence.directory.handover.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.handover.PastDepartures;
import org.convergence.directory.handover.TenureSource;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Past last days of hand-overs; a person with a period of today has stayed or come back. */
@Component
record HandedOverDepartures(List<TenureSource> stays, JdbcClient db, OrganisationSettings settings)
        implements PastDepartures {

    @Override
    public Map<PersonId, LocalDate> findLastDays(Collection<PersonId> people) {
        Map<PersonId, LocalDate> left = new HashMap<>();
        LocalDate today = settings.today();
        db.sql("SELECT person, last_day FROM directory.handover_departure WHERE person = ANY (?) AND last_day < ?")
                .params(people.stream().map(PersonId::value).toArray(UUID[]::new), today)
                .query((row, n) -> left.put(
                        new PersonId(row.getObject("person", UUID.class)), row.getObject("last_day", LocalDate.class)))
                .list();
        left.keySet().removeIf(person -> isHere(person, today));
        return left;
    }

    private boolean isHere(PersonId person, LocalDate today) {
        return stays.stream()
                .flatMap(each -> each.findPeriods(person).stream())
                .anyMatch(each -> !each.from().isAfter(today)
                        && (each.to() == null || !each.to().isBefore(today)));
    }
}
