package org.convergence.platform.mail;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.web.servlet.ModelAndView;

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

    /** The maximum of recipients that the notice names. */
    private static final int MOST_NAMES = 5;

    /**
     * A letter with its recipient and its state.
     *
     * @param paper whether it exists on paper only, so that no server will send it
     */
    public record LetterRow(UUID id, String recipient, String detail, boolean paper) {

        /** A letter by mail. */
        public LetterRow(UUID id, String recipient, String detail) {
            this(id, recipient, detail, false);
        }
    }

    /** Letters under a heading. */
    public record LetterGroup(String title, List<LetterRow> letters) {}

    /** The texts of the form. */
    public record Delivered(Set<UUID> letters, DeliveryMethod method, LocalDate on) {}

    /** The form as it is opened: no letter is chosen, since each choice is a statement. */
    public static Form blank(LocalDate today) {
        return Form.blank().with("on", today).with("method", DeliveryMethod.POST);
    }

    /** Reads the form; a form without a letter is refused. */
    public static Delivered read(Form form, FormValues answers) {
        Set<UUID> letters = new HashSet<>(answers.ids(LETTERS));
        if (letters.isEmpty()) {
            form.reject(LETTERS, "mail.deliver.none");
        }
        return new Delivered(letters, answers.choice("method", DeliveryMethod.class), answers.date("on"));
    }

    /** The page. */
    public ModelAndView view() {
        return PageView.of("platform/mail/deliveries", this);
    }

    /** The letters to choose from, those on paper first. */
    public List<LetterGroup> groups(Words t) {
        return Stream.of(true, false)
                .map(paper -> new LetterGroup(
                        t.say(paper ? "mail.deliver.paper" : "mail.deliver.mail"),
                        open.stream().filter(each -> each.paper() == paper).toList()))
                .filter(group -> !group.letters().isEmpty())
                .toList();
    }

    /** Redirects to the record, and names the recipients of the letters that were marked. */
    public SeeOther saved(Delivered said, int number, Words t) {
        List<String> names = open.stream()
                .filter(each -> said.letters().contains(each.id()))
                .map(LetterRow::recipient)
                .toList();
        List<String> shown = names.size() <= MOST_NAMES
                ? names
                : Stream.concat(
                                names.stream().limit(MOST_NAMES - 1L),
                                Stream.of(t.say("mail.delivered.others", names.size() - MOST_NAMES + 1)))
                        .toList();
        return SeeOther.to(url).withNotice("mail.delivered", number, t.list(shown));
    }

    /** The ways of a delivery. */
    public List<Option> methods(Words t) {
        return DeliveryMethod.OF_PAPER.stream()
                .map(each -> Option.of(each, t.say("mail.letter.method." + each.name())))
                .toList();
    }
}
