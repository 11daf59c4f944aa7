package org.convergence.resources.gift.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    DonorMatch find(GiftLine line) {
        if (!line.organisation().isEmpty()) {
            List<UUID> found =
                    get(directory.findOrganisationsByName(List.of(line.organisation())), line.organisation());
            return found.size() > 1
                    ? DonorMatch.unclear("gift.import.ambiguous")
                    : found.isEmpty()
                            ? new DonorMatch(null, null, "gift.import.new")
                            : new DonorMatch(new OrganisationId(found.get(0)), null, null);
        }
        List<UUID> byMail =
                line.mail().isEmpty() ? List.of() : get(directory.findPeopleByMail(List.of(line.mail())), line.mail());
        List<UUID> byName =
                line.name().isEmpty() ? List.of() : get(directory.findPeopleByName(List.of(line.name())), line.name());
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
        Set<UUID> unreached = directory.findWithoutMail(byName);
        boolean sure = byName.size() == 1 && (line.mail().isEmpty() || unreached.containsAll(byName));
        return sure
                ? new DonorMatch(new PersonId(byName.get(0)), null, "gift.import.by-name")
                : DonorMatch.unclear("gift.import.homonym");
    }

    private static List<UUID> get(Map<String, List<UUID>> found, String key) {
        return found.getOrDefault(key, List.of());
    }
}
