package org.convergence.directory.people;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.shell.Form;
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
        return "/directory/people/chooser/" + kind() + "?field=" + field;
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
}
