package org.convergence.resources.gift.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.imports.ExactMatchQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the donors of lines in the directory: an organisation by its name, a person by the address, then by a name that
 * one person alone has. A name whose person has another address may be a homonym: it is not guessed (R-GIFT-6).
 */
@Component
record GiftDonorMatcher(ExactMatchQueries directory) {

    /**
     * Who gave.
     *
     * @param party {@code null} for a newcomer, an anonymous gift, or where it is not clear
     * @param lack the key of the reason why it is not clear; {@code null} if it is
     * @param remark a key that tells how the donor was found; {@code null} for the plain case
     */
    record DonorMatch(
            @Nullable Party party,
            @Nullable String lack,
            @Nullable String remark) {

        static DonorMatch unclear(String lack) {
            return new DonorMatch(null, lack, null);
        }
    }

    /** The donors of lines, in as many queries as of one line. */
    Map<GiftLine, DonorMatch> find(Collection<GiftLine> lines) {
        Map<String, List<UUID>> organisations = directory.findOrganisationsByName(texts(lines, GiftLine::organisation));
        Map<String, List<UUID>> byMail = directory.findPeopleByMail(texts(lines, GiftLine::mail));
        Map<String, List<UUID>> byName = directory.findPeopleByName(texts(lines, GiftLine::name));
        Set<UUID> unreached = directory.findWithoutMail(
                byName.values().stream().flatMap(List::stream).toList());
        Map<GiftLine, DonorMatch> found = new HashMap<>();
        for (GiftLine line : lines) {
            found.put(
                    line,
                    match(
                            line,
                            get(organisations, line.organisation()),
                            get(byMail, line.mail()),
                            get(byName, line.name()),
                            unreached));
        }
        return found;
    }

    private static List<String> texts(Collection<GiftLine> lines, Function<GiftLine, String> text) {
        return lines.stream()
                .map(text)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    private static DonorMatch match(
            GiftLine line, List<UUID> found, List<UUID> byMail, List<UUID> byName, Set<UUID> unreached) {
        if (!line.organisation().isEmpty()) {
            return found.size() > 1
                    ? DonorMatch.unclear("gift.import.ambiguous")
                    : found.isEmpty()
                            ? new DonorMatch(null, null, "gift.import.new")
                            : new DonorMatch(new OrganisationId(found.get(0)), null, null);
        }
        if (!byMail.isEmpty()) {
            List<UUID> both = byMail.stream().filter(byName::contains).toList();
            if (both.size() == 1) {
                return new DonorMatch(new PersonId(both.get(0)), null, null);
            }
            return byMail.size() == 1
                    ? new DonorMatch(
                            new PersonId(byMail.get(0)), null, line.name().isEmpty() ? null : "gift.import.other-name")
                    : DonorMatch.unclear("gift.import.ambiguous");
        }
        if (line.name().isEmpty()) {
            return line.mail().isEmpty()
                    ? new DonorMatch(null, null, "gift.import.anonymous")
                    : DonorMatch.unclear("gift.import.no-name");
        }
        if (byName.isEmpty()) {
            return new DonorMatch(null, null, "gift.import.new");
        }
        boolean sure = byName.size() == 1 && (line.mail().isEmpty() || unreached.containsAll(byName));
        return sure
                ? new DonorMatch(new PersonId(byName.get(0)), null, "gift.import.by-name")
                : DonorMatch.unclear("gift.import.homonym");
    }

    private static List<UUID> get(Map<String, List<UUID>> found, String key) {
        return found.getOrDefault(key, List.of());
    }
}
