package org.convergence.plan.mailbox.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.plan.mailbox.domain.ForwardedMail.Correspondent;

/** Parses an address line as mail programs write it: « Ana Morales <ana@exemple.org>; 'Luc' [mailto:luc@…] ». */
final class AddressLineParser {

    private static final int MOST = 50;
    private static final int LONGEST = 10_000;
    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9._%+'-]{1,64}+@[A-Za-z0-9-]{1,63}+(?:\\.[A-Za-z0-9-]{1,63}+){1,8}+");

    private AddressLineParser() {}

    static List<Correspondent> parse(String line) {
        List<Correspondent> people = new ArrayList<>();
        for (String part : splitAddresses(line.substring(0, Math.min(line.length(), LONGEST)))) {
            int angle = Math.max(0, part.lastIndexOf('<'));
            Matcher mail = MAIL.matcher(part);
            boolean found = mail.find(angle) || mail.find(0);
            String name = cleanName(found ? part.substring(0, mail.start()) : part);
            String address = found ? mail.group().toLowerCase(Locale.ROOT) : "";
            if (address.length() <= 254 && !(name.isEmpty() && address.isEmpty()) && people.size() < MOST) {
                people.add(new Correspondent(name.equalsIgnoreCase(address) ? "" : name, address));
            }
        }
        return people;
    }

    /** Splits at semicolons, or at commas that follow an address: « Morales, Ana <ana@exemple.org> » is one. */
    private static List<String> splitAddresses(String line) {
        if (line.indexOf(';') >= 0) {
            return List.of(line.split(";"));
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', comma + 1)) {
            if (line.substring(from, comma).indexOf('@') >= 0) {
                parts.add(line.substring(from, comma));
                from = comma + 1;
            }
        }
        parts.add(line.substring(from));
        return parts;
    }

    private static String cleanName(String before) {
        return before.replaceAll("(?i)mailto:", "")
                .replaceAll("[<>\\[\\]\"]", " ")
                .strip()
                .replaceAll("^['*(]+|['*(]+$", "")
                .strip();
    }
}
