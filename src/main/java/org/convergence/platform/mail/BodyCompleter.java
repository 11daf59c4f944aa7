package org.convergence.platform.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Contributed by a module whose letters contain data that must not be stored, such as the token of a link, or may become
 * untrue while they wait. It is asked at the moment of sending.
 */
public interface BodyCompleter {

    /** The name of the value that is the address for replies to this letter, where they are read by the application. */
    String REPLY_TO = "reply-to";

    /** The stable name under which queued letters refer to it. */
    String name();

    /**
     * The key of the reason why a letter is no longer meant, such as a reminder of an invoice paid meanwhile; empty while
     * it is. Called before each attempt to send. Such a letter is withheld, and its state shows the reason.
     */
    default Optional<String> withholdingReason(WaitingLetter letter) {
        return Optional.empty();
    }

    /** The values of the {@code [[name]]} marks in the letter's text. Called for each attempt to send. */
    default Map<String, String> complete(UUID subject) {
        return Map.of();
    }

    /**
     * The blocks that stand in for paragraphs that are a {@code [[name]]} mark alone, for letters whose text is stored
     * once for all recipients. Called for each attempt to send.
     */
    default Map<String, List<LetterBlock>> blocks(UUID subject) {
        return Map.of();
    }

    /** The letter's attachments. Called for each attempt to send. */
    default List<Enclosure> enclosures(UUID subject) {
        return List.of();
    }

    /** A completer that withholds, for one reason, the letters that are no longer meant. */
    static BodyCompleter of(String name, Predicate<WaitingLetter> isMeant, String otherwise) {
        return of(name, isMeant, otherwise, subject -> Map.of());
    }

    /** A completer that also fills in values, such as a link that is made when the letter leaves. */
    static BodyCompleter of(
            String name,
            Predicate<WaitingLetter> isMeant,
            String otherwise,
            Function<UUID, Map<String, String>> values) {
        return new DeclaredCompleter(name, isMeant, otherwise, values);
    }

    /** A completer whose parts are declared where the bean is. */
    record DeclaredCompleter(
            String name, Predicate<WaitingLetter> isMeant, String otherwise, Function<UUID, Map<String, String>> values)
            implements BodyCompleter {

        @Override
        public Optional<String> withholdingReason(WaitingLetter letter) {
            return isMeant.test(letter) ? Optional.empty() : Optional.of(otherwise);
        }

        @Override
        public Map<String, String> complete(UUID subject) {
            return values.apply(subject);
        }
    }

    /**
     * A letter that is about to leave.
     *
     * @param subject the completer's subject, as in {@link Letter.Completion}
     * @param record the record that it regards; {@code null} for none
     */
    record WaitingLetter(
            UUID subject,
            String to,
            String purpose,
            @Nullable UUID record,
            Instant postedAt) {}
}
