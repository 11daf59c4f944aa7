package org.convergence.directory.representative;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a representative may correct of her organisation, by proposals. Contributed by the module that keeps it, a bean of this
 * type. Shown in the name of the system; written in the name of who accepts, whose permission the module checks itself.
 */
public interface Correctable {

    /** Its stable name, under which proposals are kept: {@code people.function}. */
    String kind();

    /** Place on the page, in tens. */
    int order();

    /** What there is to correct now, with its present values. */
    List<Item> items(OrganisationId organisation, Words t);

    /**
     * What is wrong with a value, alone or beside what stands of its item, as the key of a {@code public.} sentence; empty
     * where nothing is. Not asked of a value that was emptied, unless the field may be empty.
     *
     * @param item one of {@link #items}
     */
    Optional<String> problem(UUID item, String field, String value);

    /** How a value is kept that she may write in several ways: a number without what parts its thousands. */
    default String plain(String field, String value) {
        return value;
    }

    /**
     * Writes an accepted value.
     *
     * @param day of which it is said; {@code null} where the field is {@linkplain Input#isOfADay of no day}
     * @throws org.convergence.platform.database.NotFound where the organisation has no such item any more
     * @throws org.convergence.platform.database.Refused where it does not fit what stands meanwhile
     */
    void accept(OrganisationId organisation, UUID item, String field, String value, @Nullable LocalDate day);

    /**
     * Something to correct.
     *
     * @param title what it is: a person's name, the organisation's headcount
     */
    record Item(UUID id, String title, List<Field> fields) {

        public Item {
            fields = List.copyOf(fields);
        }

        /** Its field of a name. */
        public Optional<Field> field(String name) {
            return fields.stream().filter(each -> each.name().equals(name)).findFirst();
        }
    }

    /**
     * A field.
     *
     * @param value as it stands; empty where nothing is known
     * @param input what is typed
     */
    record Field(String name, String label, String value, Input input) {}

    /** What is typed in a field. */
    enum Input {
        TEXT("text"),
        MAIL("email"),
        PHONE("tel"),
        /** How many there are on a day, which is asked beside it: without a day such a number says nothing. */
        COUNT("text"),
        DAY("date"),
        /** Several lines, for a person to read: accepting it writes nothing. */
        NOTE("");

        private final String type;

        Input(String type) {
            this.type = type;
        }

        /** Whether it is said of a day: hers, or where she says none, that which who accepts it chooses. */
        public boolean isOfADay() {
            return this == COUNT;
        }

        /** Of the field on the page. */
        public String type() {
            return type;
        }
    }
}
