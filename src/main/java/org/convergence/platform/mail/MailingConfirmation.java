package org.convergence.platform.mail;

import java.util.Map;
import org.convergence.platform.shell.PageView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page that shows a mailing before it is sent: who gets what, and one letter in full.
 *
 * @param title also the label of its button
 * @param record the name of the record, to whose page it leads back
 * @param lead when the letters leave; {@code null} where that needs no words
 * @param action address to which the button posts
 * @param sends whether there is anything to send, and so a button
 * @param carried the values of the form whose change the letters announce, which is submitted with {@code confirmed},
 *     or opened again with {@code revise}; empty where nothing but the letters is confirmed
 */
public record MailingConfirmation(
        String title,
        String record,
        String url,
        @Nullable String lead,
        MailingPreview preview,
        String action,
        boolean sends,
        Map<String, String> carried) {

    /** A mailing that announces no change of its record. */
    public MailingConfirmation(
            String title,
            String record,
            String url,
            @Nullable String lead,
            MailingPreview preview,
            String action,
            boolean sends) {
        this(title, record, url, lead, preview, action, sends, Map.of());
    }

    /** The page. */
    public ModelAndView view() {
        return PageView.of("platform/mail/confirm", this);
    }
}
