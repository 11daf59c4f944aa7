package org.convergence.platform.mail.domain;

import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.mail.SendingRule.SenderDetails;

/** The mandatory content of a mailing: sender details and unsubscribe address (R-CASL-9, R-CASL-10). */
final class MailingContentPolicy {

    /** The mark of the unsubscribe address, which is made at sending. */
    static final String STOP = "[[stop]]";

    private MailingContentPolicy() {}

    /** Missing details of the sender, as message keys. */
    static List<String> findMissing(String name, SenderDetails sender) {
        List<String> lacks = new ArrayList<>();
        add(lacks, name.isBlank(), "name");
        add(lacks, sender.address().isBlank(), "address");
        add(lacks, sender.contact().isBlank(), "contact");
        return lacks;
    }

    /** Mandatory content missing in a text, as message keys. */
    static List<String> findMissing(String text, String name, SenderDetails sender) {
        List<String> lacks = findMissing(name, sender);
        if (lacks.isEmpty()) {
            String plain = plain(text);
            add(lacks, !plain.contains(plain(name)), "name");
            add(lacks, !plain.contains(plain(sender.address())), "address");
            add(lacks, !plain.contains(plain(sender.contact())), "contact");
            add(lacks, !plain.contains(STOP), "stop");
        }
        return lacks;
    }

    private static void add(List<String> lacks, boolean lacking, String what) {
        if (lacking) {
            lacks.add("mail.lacks." + what);
        }
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
