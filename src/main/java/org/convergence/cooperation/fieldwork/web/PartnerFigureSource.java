package org.convergence.cooperation.fieldwork.web;

import java.util.List;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryQueries;
import org.convergence.cooperation.project.ValueSource;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The figures of partners behind the value of an indicator, for readers of partners' entries. */
@Component
record PartnerFigureSource(PartnerEntryQueries entries) implements ValueSource {

    @Override
    public List<CountedRecord> find(String value, Words t) {
        return CurrentActor.get().may(FieldworkPermissions.READ)
                ? entries.findCounted(value).stream()
                        .map(entry -> new CountedRecord(
                                entry.organisationName(),
                                PartnerEntryFormatter.describe(entry, t) + " · "
                                        + t.say("fieldwork.received", entry.receivedOn()),
                                PartnerEntryPage.url(entry.id())))
                        .toList()
                : List.of();
    }
}
