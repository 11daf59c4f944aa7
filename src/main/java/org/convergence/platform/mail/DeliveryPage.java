package org.convergence.platform.mail;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;

/**
 * The letters of a record that can be noted as delivered by post or by hand, and those that are (template {@code
 * platform.mail.deliveries}, which posts to {@code url/delivered} and {@code url/delivered/{letter}/undo}).
 *
 * @param record the name of the record
 * @param url the page of the record
 * @param lead what a delivery counts for
 * @param none why there is nothing to note, shown where no letter is open
 */
public record DeliveryPage(
        String record,
        String url,
        String lead,
        String none,
        List<LetterRow> open,
        List<LetterRow> delivered,
        Form form) {

    private static final String LETTERS = "letters";

    /** A letter with its recipient and its state. */
    public record LetterRow(UUID id, String recipient, String detail) {}

    /** The texts of the form. */
    public record Delivered(Set<UUID> letters, DeliveryMethod method, LocalDate on) {}

    /** The form as it is opened. */
    public static Form blank(LocalDate today, Collection<UUID> chosen) {
        return Form.blank()
                .with("on", today)
                .with("method", DeliveryMethod.POST)
                .with(LETTERS, List.copyOf(chosen));
    }

    /** Reads the form; a form without a letter is refused. */
    public static Delivered read(Form form, FormValues answers) {
        Set<UUID> letters = new HashSet<>(answers.ids(LETTERS));
        if (letters.isEmpty()) {
            form.reject(LETTERS, "mail.deliver.none");
        }
        return new Delivered(letters, answers.choice("method", DeliveryMethod.class), answers.date("on"));
    }

    /** The ways of a delivery. */
    public List<Option> methods(Words t) {
        return Arrays.stream(DeliveryMethod.values())
                .map(each -> Option.of(each, t.say("mail.letter.method." + each.name())))
                .toList();
    }
}
