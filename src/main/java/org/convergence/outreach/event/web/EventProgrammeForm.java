package org.convergence.outreach.event.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.outreach.event.domain.Event;
import org.convergence.outreach.event.domain.EventItem;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;

/** Reads and fills the form of a programme. */
final class EventProgrammeForm {

    static final int MOST_ITEMS = 40;

    /** The beginnings of the names of an item's fields. */
    static final List<String> ITEM_FIELDS = List.of("begins-", "title-", "speaker-", "named-", "pictured-", "consent-");

    private static final int MORE_ITEMS = 3;

    private EventProgrammeForm() {}

    /** The form of a programme, with room for more. */
    static Form open(Event event, List<EventItem> items) {
        Form form =
                Form.blank().atVersion(event.version()).with("count", Math.min(MOST_ITEMS, items.size() + MORE_ITEMS));
        for (int i = 0; i < items.size(); i++) {
            EventItem item = items.get(i);
            form.with("begins-" + i, item.begins())
                    .with("title-" + i, item.title())
                    .with("speaker-" + i, item.speaker())
                    .with("named-" + i, item.named() ? true : null)
                    .with("pictured-" + i, item.pictured() ? true : null)
                    .with("consent-" + i, item.consent());
        }
        return form;
    }

    /** The items with a title; one without is taken out. */
    static List<EventItem> readProgramme(FormValues answers) {
        List<EventItem> items = new ArrayList<>();
        int count = answers.wholeNumber("count", 0, MOST_ITEMS);
        for (int i = 0; i < count; i++) {
            EventItem item = new EventItem(
                    EventForm.matching(answers, "begins-" + i, 5, "([01]\\d|2[0-3]):[0-5]\\d", "event.refused.time"),
                    EventForm.text(answers, "title-" + i, 300),
                    answers.optionalText("speaker-" + i, 200),
                    answers.checkbox("named-" + i),
                    answers.checkbox("pictured-" + i),
                    answers.optionalText("consent-" + i, 300));
            if (item.title().isEmpty()) {
                if (item.speaker() != null) {
                    answers.reject("title-" + i, "shell.form.required");
                }
                continue;
            }
            if (item.named() || item.pictured()) {
                if (item.speaker() == null) {
                    answers.reject("speaker-" + i, "event.refused.consent-speaker");
                } else if (item.consent() == null) {
                    answers.reject("consent-" + i, "event.refused.consent");
                }
            }
            items.add(item);
        }
        return items;
    }
}
