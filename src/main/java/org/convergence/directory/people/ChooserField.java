package org.convergence.directory.people;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;

/**
 * A field that chooses organisations or people, for the template {@code directory/people/chooser}; see {@link
 * PartyChooser}.
 */
public final class ChooserField {

    private static final int LAST_USED = 6;
    private static final int MEANT = 5;

    private final ChoiceSource choiceSource;
    private final Form form;
    private final String field;
    private final int most;
    private final Collection<UUID> lastUsed;

    ChooserField(ChoiceSource choiceSource, Form form, String field, int most, Collection<UUID> lastUsed) {
        this.choiceSource = choiceSource;
        this.form = form;
        this.field = field;
        this.most = most;
        this.lastUsed = List.copyOf(lastUsed);
    }

    /**
     * A chip to tick or untick.
     *
     * @param field the name of its box
     * @param value an id, or the name of a newcomer
     * @param newcomer whether it is to be created in the directory
     */
    public record ChooserChip(String field, String value, String label, boolean taken, boolean newcomer) {}

    /** The name of the field. */
    public String field() {
        return field;
    }

    /** Organisations or persons: the key in addresses and messages. */
    public String kind() {
        return choiceSource.kind();
    }

    /** Whether only one may be chosen. */
    public boolean single() {
        return most == 1;
    }

    /** The address that looks up matching names. */
    public String url() {
        return "/directory/people/chooser/" + kind() + "?field=" + field
                + (choiceSource instanceof ChoiceSource.OrganisationChoiceSource some && some.known()
                        ? "&known=true"
                        : "");
    }

    /**
     * The chosen ones, then likely matches of a refused name, then those used last. Computed from the form's present
     * values, so a restored form shows its own.
     */
    public List<ChooserChip> chips() {
        Map<String, ChooserChip> chips = new LinkedHashMap<>();
        choiceSource
                .findByIds(ChooserFieldNames.ids(form.values(field)))
                .forEach(each -> put(chips, new ChooserChip(field, each.id().toString(), each.brief(), true, false)));
        form.values(ChooserFieldNames.ofNewcomers(field))
                .forEach(name ->
                        put(chips, new ChooserChip(ChooserFieldNames.ofNewcomers(field), name, name, true, true)));
        if (form.problem(field) != null) {
            ChooserFieldNames.typed(form, field).forEach(name -> meant(chips, name));
        }
        choiceSource.findByIds(lastUsed).stream()
                .filter(each -> !chips.containsKey(each.id().toString()))
                .limit(LAST_USED)
                .forEach(each -> put(chips, new ChooserChip(field, each.id().toString(), each.brief(), false, false)));
        return List.copyOf(chips.values());
    }

    /** The refused names, {@code null} for none. */
    public @Nullable String refused() {
        return form.problem(field) == null || !form.filled(ChooserFieldNames.ofTyped(field))
                ? null
                : form.value(ChooserFieldNames.ofTyped(field));
    }

    /** The number of chosen options. */
    public int count() {
        return form.values(field).size()
                + form.values(ChooserFieldNames.ofNewcomers(field)).size();
    }

    private void meant(Map<String, ChooserChip> chips, String name) {
        choiceSource
                .search(name, MEANT)
                .forEach(each -> put(chips, new ChooserChip(field, each.id().toString(), each.name(), false, false)));
        if (choiceSource.mayCreate()) {
            put(chips, new ChooserChip(ChooserFieldNames.ofNewcomers(field), name, name, false, true));
        }
    }

    private static void put(Map<String, ChooserChip> chips, ChooserChip chip) {
        chips.putIfAbsent(chip.value(), chip);
    }

    /**
     * The form fields of a chooser: the ids, the typed names, the newcomers; after a refusal, the refused names and the
     * number chosen then.
     */
    static final class ChooserFieldNames {

        /** The longest name in the directory, in characters. */
        static final int LONGEST = 300;

        private static final Pattern BETWEEN = Pattern.compile("[;\\r\\n]+");

        private ChooserFieldNames() {}

        static String ofTyped(String field) {
            return field + "-typed";
        }

        static String ofNewcomers(String field) {
            return field + "-new";
        }

        /** The names in the text field, separated by semicolons. */
        static List<String> typed(Form form, String field) {
            return form.values(ofTyped(field)).stream()
                    .flatMap(BETWEEN::splitAsStream)
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
        }

        static String ofRefused(String field) {
            return field + "-refused";
        }

        static String ofTaken(String field) {
            return field + "-taken";
        }

        /** Whether more are chosen than when these names were refused: one of the proposed ones was meant. */
        static boolean answered(Form form, String field, int taken) {
            return form.filled(ofRefused(field))
                    && form.value(ofRefused(field)).equals(form.value(ofTyped(field)))
                    && TextParser.wholeNumber(form.value(ofTaken(field)))
                            .filter(before -> taken > before)
                            .isPresent();
        }

        static List<UUID> ids(List<String> values) {
            Set<UUID> ids = new LinkedHashSet<>();
            for (String value : values) {
                // Our page writes only ids: the reader refuses the field.
                TextParser.id(value.strip()).ifPresent(ids::add);
            }
            return List.copyOf(ids);
        }
    }
}
