package org.convergence.directory.representative;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Ranked;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Data of an organisation that its representative may correct by proposals; a bean contributed by the module that owns
 * the data. Read as the system; written as the person who accepts, whose permission the module checks.
 */
public interface CorrectionSource extends Ranked {

    /** Its stable key, stored with proposals: {@code people.function}. */
    String kind();

    /** The items to correct, with their present values. */
    List<CorrectableItem> findItems(OrganisationId organisation, Words t);

    /**
     * The problem of a value, alone or with the rest of its item, as a {@code public.} message key; empty for none. Not
     * called for an emptied value, unless the field may be empty.
     *
     * @param item one of {@link #findItems}
     */
    Optional<String> findProblem(UUID item, String field, String value);

    /** The normalised value: for example, a number without its thousands separators. */
    default String normalise(String field, String value) {
        return value;
    }

    /** Whether an accepted empty value empties the field; if not, what was empty before cannot be restored. */
    default boolean canEmpty() {
        return true;
    }

    /**
     * Writes an accepted value.
     *
     * @param day the day of the value; {@code null} where the field has {@linkplain CorrectionInput#hasDay no day}
     * @throws org.convergence.platform.database.NotFound where the organisation no longer has the item
     * @throws org.convergence.platform.database.Refused where the value does not fit the present data
     */
    void accept(OrganisationId organisation, UUID item, String field, String value, @Nullable LocalDate day);

    /**
     * An item to correct.
     *
     * @param title a person's name, the organisation's headcount
     */
    record CorrectableItem(UUID id, String title, List<CorrectableField> fields) {

        public CorrectableItem {
            fields = List.copyOf(fields);
        }

        /** The field of this item with a name; empty if there is none. */
        public Optional<CorrectableField> field(String name) {
            return fields.stream().filter(each -> each.name().equals(name)).findFirst();
        }
    }

    /**
     * A field.
     *
     * @param value its present value; empty where unknown
     * @param input its type of input
     */
    record CorrectableField(String name, String label, String value, CorrectionInput input) {}

    /** The type of input of a field. */
    enum CorrectionInput {
        TEXT("text"),
        MAIL("email"),
        PHONE("tel"),
        /** A count on a given day; the day is a second field. */
        COUNT("text"),
        DAY("date"),
        /** Several lines, which are written once they are accepted. */
        PARAGRAPHS(""),
        /** Several lines for a person to read; accepting it writes nothing. */
        NOTE("");

        private final String type;

        CorrectionInput(String type) {
            this.type = type;
        }

        /** Whether the value has a day: the representative gives it, or else the person who accepts it. */
        public boolean hasDay() {
            return this == COUNT;
        }

        /** The HTML input type. */
        public String type() {
            return type;
        }
    }
}
