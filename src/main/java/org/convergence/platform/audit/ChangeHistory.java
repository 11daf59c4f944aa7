package org.convergence.platform.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The formatted history of a record, for the component {@code platform/audit/history}.
 *
 * @param changes newest first
 */
public record ChangeHistory(List<HistoryChange> changes) {

    private static final int SHOWN = 160;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,60}");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z_]*");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /**
     * A change.
     *
     * @param who the actor's name
     * @param what the name of the use case
     * @param redacted why values were redacted; {@code null} if none were
     */
    public record HistoryChange(
            Instant at,
            String who,
            String what,
            List<HistoryDetail> details,
            @Nullable String redacted) {}

    /** A changed field, before and after; either may be empty. */
    public record HistoryDetail(String label, String before, String after) {}

    public ChangeHistory {
        changes = List.copyOf(changes);
    }

    /**
     * Formats entries. The messages are {@code <name>.gesture.<UseCase.verb>} (else a general one), {@code
     * <name>.field.<column>} (a column without one is not shown) and {@code <name>.value.<column>.<WORD>} or {@code
     * <name>.<column>.<WORD>} (else the value itself; an id without a name is not shown).
     *
     * @param name the first part of the module's message keys
     */
    public static ChangeHistory of(List<AuditEntry> entries, String name, Words t) {
        return of(entries, name, t, (column, value) -> value);
    }

    /**
     * As above, if some values have names outside the messages.
     *
     * @param named given the column and a value, the value's name, else the value itself
     */
    public static ChangeHistory of(List<AuditEntry> entries, String name, Words t, BinaryOperator<String> named) {
        return new ChangeHistory(
                entries.stream().map(entry -> change(entry, name, t, named)).toList());
    }

    /** The same with events that no change of the row shows, such as letters. */
    public ChangeHistory with(List<HistoryChange> events) {
        return new ChangeHistory(Stream.concat(changes.stream(), events.stream())
                .sorted(Comparator.comparing(HistoryChange::at).reversed())
                .toList());
    }

    private static HistoryChange change(AuditEntry entry, String name, Words t, BinaryOperator<String> named) {
        String gesture = name + ".gesture." + entry.gesture();
        String plain = "audit.gesture." + entry.operation().name();
        List<HistoryDetail> details = new ArrayList<>();
        if (entry.operation() == AuditEntry.RowOperation.UPDATE) {
            for (AuditEntry.FieldChange field : entry.fields()) {
                String label = name + ".field." + field.name();
                if (t.has(label)) {
                    details.add(new HistoryDetail(
                            t.say(label),
                            words(field.before(), name, field.name(), t, named),
                            words(field.after(), name, field.name(), t, named)));
                }
            }
        }
        return new HistoryChange(
                entry.at(),
                entry.actor() == null ? t.say("audit.itself") : entry.who(),
                t.has(gesture) ? t.say(gesture) : t.say(plain),
                details,
                entry.redactedReason());
    }

    private static String words(
            @Nullable JsonNode value, String name, String column, Words t, BinaryOperator<String> named) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isObject()) {
            String called = named.apply(column, value.toString());
            if (!called.equals(value.toString())) {
                return cut(called);
            }
        }
        if (value.isArray() || value.isObject()) {
            return cut(value.valueStream()
                    .map(each -> words(each, name, column, t, named))
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining(", ")));
        }
        if (value.isBoolean()) {
            return t.say(value.asBoolean() ? "audit.yes" : "audit.no");
        }
        String text = value.asString();
        String word = valueLabel(name, column, text, t);
        if (word != null) {
            return word;
        }
        String called = named.apply(column, text);
        if (!called.equals(text)) {
            return called;
        }
        if (isId(text)) {
            return t.say("audit.reference");
        }
        return TextParser.date(text)
                .map(t::date)
                .or(() -> TextParser.dateTime(text).map(t::dateTime))
                .or(() -> TextParser.instant(text).map(t::dateTime))
                .orElseGet(() -> cut(text));
    }

    /** The label of a column's constant in the module's messages; {@code null} if they have none. */
    static @Nullable String valueLabel(String name, String column, String word, Words t) {
        return !WORD.matcher(word).matches()
                ? null
                : Stream.of(
                                name + ".value." + column + "." + word,
                                name + "." + column + "." + word,
                                name + "." + column + "." + word.toLowerCase(Locale.ROOT))
                        .limit(CAPITALS.matcher(word).matches() ? 3 : 1)
                        .filter(t::has)
                        .findFirst()
                        .map(t::say)
                        .orElse(null);
    }

    /** The records to which the entries refer, before or after. */
    public static Set<UUID> references(List<AuditEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.fields().stream())
                .flatMap(field -> Stream.of(field.before(), field.after()))
                .filter(value -> value != null && value.isString())
                .flatMap(value -> TextParser.id(value.asString()).stream())
                .collect(Collectors.toSet());
    }

    private static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static String cut(String text) {
        return TextShortener.shorten(text, SHOWN);
    }
}
