package org.convergence.outreach.event.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.convergence.outreach.event.domain.ChildcareRequest;
import org.convergence.outreach.event.domain.ChildcareRequest.AgeBand;
import org.convergence.outreach.event.domain.EventOrder.EventSeat;
import org.convergence.outreach.event.domain.EventOrder.GuestNeed;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The fields about a guest's children; the suffix is empty for the person who registers, -2 for the third guest. */
public final class ChildcareForm {

    private static final int MOST = 10;
    private static final int LONGEST = 200;

    private ChildcareForm() {}

    /** Fills in what a guest said. */
    static void fill(Form form, EventSeat seat, String suffix) {
        List<String> children = Objects.requireNonNullElse(seat.children(), List.of());
        for (AgeBand each : AgeBand.values()) {
            int count = Collections.frequency(children, each.name());
            form.with(name(each, suffix), count == 0 ? null : count);
        }
        form.with("pickUp" + suffix, seat.pickUp()).with("childPhotos" + suffix, seat.childPhotos() ? true : null);
    }

    /** The children of a guest; {@code null} if the form did not ask. */
    static @Nullable ChildcareRequest read(FormValues answers, String suffix) {
        if (!answers.form().filled("children-asked")) {
            return null;
        }
        List<AgeBand> children = new ArrayList<>();
        for (AgeBand each : AgeBand.values()) {
            Integer count = answers.optionalWholeNumber(name(each, suffix), 0, MOST);
            children.addAll(Collections.nCopies(Objects.requireNonNullElse(count, 0), each));
        }
        String pickUp = answers.optionalText("pickUp" + suffix, LONGEST);
        if (!children.isEmpty() && pickUp == null) {
            answers.reject("pickUp" + suffix, "public.event.refused.pick-up");
        }
        return new ChildcareRequest(
                List.copyOf(children),
                children.isEmpty() ? null : pickUp,
                !children.isEmpty() && answers.checkbox("childPhotos" + suffix));
    }

    /** The needs that a guest chooses among; who gives the ages of children needs no tick for childcare. */
    public static List<Option> needs(boolean childcare, Words t) {
        return EventForm.options(
                Stream.of(GuestNeed.values())
                        .filter(need -> !childcare || need != GuestNeed.CHILDCARE)
                        .toArray(GuestNeed[]::new),
                "public.event.need.",
                t);
    }

    /** The field of an age. */
    public static String name(AgeBand band, String suffix) {
        return "children-" + band + suffix;
    }

    /** Whether a form says something about children. */
    public static boolean isFilled(Form form, String suffix) {
        return form.filled("pickUp" + suffix)
                || form.problem("pickUp" + suffix) != null
                || List.of(AgeBand.values()).stream().anyMatch(each -> form.filled(name(each, suffix)));
    }
}
