package org.convergence.directory.exchange.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeContent;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** The row of an exchange; its participants are in {@link ExchangeParticipants}. */
@Table(schema = "directory", value = "exchange")
record Exchange(
        @Id UUID id,
        @Version int version,
        LocalDate happenedOn,
        ExchangeChannel channel,
        String subject,
        String body,
        UUID recordedBy,
        Instant recordedAt) {

    static final String TABLE = "directory.exchange";

    static Exchange of(ExchangeContent what, UUID by, Instant at) {
        return new Exchange(Ids.next(), 0, what.day(), what.channel(), what.subject(), what.text(), by, at);
    }

    Exchange withContent(ExchangeContent what) {
        return new Exchange(
                id, version, what.day(), what.channel(), what.subject(), what.text(), recordedBy, recordedAt);
    }

    ExchangeContent toContent(Set<PersonId> people, Set<OrganisationId> organisations) {
        return new ExchangeContent(happenedOn, channel, subject, body, people, organisations);
    }
}
