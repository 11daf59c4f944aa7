package org.convergence.directory.exchange.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeId;

/**
 * An exchange in a list.
 *
 * @param body its beginning on pages, the whole text for programs and files
 */
public record ExchangeRow(
        ExchangeId id,
        int version,
        LocalDate happenedOn,
        ExchangeChannel channel,
        String subject,
        String body,
        UUID recordedBy,
        List<ExchangeParticipant> people,
        List<ExchangeParticipant> organisations) {

    /** A person or an organisation that took part. */
    public record ExchangeParticipant(UUID id, String name) {}

    /** The names of all participants, people first. */
    public List<String> names() {
        return Stream.concat(people.stream(), organisations.stream())
                .map(ExchangeParticipant::name)
                .toList();
    }

    /** The names of some participants, for a cell of a file. */
    public static String cell(List<ExchangeParticipant> participants) {
        return participants.stream().map(ExchangeParticipant::name).collect(Collectors.joining("; "));
    }
}
