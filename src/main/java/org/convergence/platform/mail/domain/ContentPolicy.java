package org.convergence.platform.mail.domain;

import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.mail.SendingRule.Sender;

/** What a letter to many says of its sender and of how to stop it (R-CASL-9, R-CASL-10). */
final class ContentPolicy {

    /** Where the address stands by which one stops, made when the letter leaves. */
    static final String STOP = "[[stop]]";

    private ContentPolicy() {}

    /** What is not said of the sender, as keys of sentences. */
    static List<String> lacks(String name, Sender sender) {
        List<String> lacks = new ArrayList<>();
        add(lacks, name.isBlank(), "name");
        add(lacks, sender.address().isBlank(), "address");
        add(lacks, sender.contact().isBlank(), "contact");
        return lacks;
    }

    /** What a text does not say that it must. */
    static List<String> lacks(String text, String name, Sender sender) {
        List<String> lacks = lacks(name, sender);
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
