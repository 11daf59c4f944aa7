package org.convergence.resources.grant.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.Tone;
import org.convergence.resources.grant.domain.GrantDoor;
import org.jspecify.annotations.Nullable;

/** The list of calls. */
public record GrantCallListPage(
        ListFrame frame, List<Tab> tabs, ChooserField funder, List<GrantCallItem> items, boolean mayEdit) {

    /** Words of the title or of the eligibility. */
    public static final Field<String> WORDS = Field.text("q", "grant.filter.q", 1_000)
            .optional()
            .formattedBy((value, t) -> t.say("grant.filter.words", value));

    /** The door. */
    public static final Field<GrantDoor> DOOR = GrantCallForm.DOOR.optional();

    /** The last day of the deadline. */
    public static final Field<LocalDate> BY = by();

    /** Whether the calls that are over or declined are listed. */
    public static final Field<Boolean> OVER = Field.checkbox("over", "grant.calls.over");

    private static Field<LocalDate> by() {
        Field<LocalDate> day = Field.date("by", "grant.filter.by").optional();
        return day.formattedBy(
                (value, t) -> t.say("grant.filter.until", day.words().apply(value, t)));
    }

    /**
     * A call in the list.
     *
     * @param deadline in the funder's zone, and in ours where they differ; or that it is open all year
     * @param internal the internal deadline; {@code null} if there is no deadline
     */
    public record GrantCallItem(
            String url,
            String title,
            String detail,
            String deadline,
            @Nullable String internal,
            Tone tone,
            String stage) {}
}
