package org.convergence.education.internship.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.convergence.directory.people.OrganisationId;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.jspecify.annotations.Nullable;

/**
 * The choice among files that two readers scored blind (R-EDU-8): reserved seats are filled first, each by the best
 * candidates of its organisation, then the others by total; of equal totals, the file that came first.
 */
public final class SelectionPolicy {

    /** Readers of each file. */
    public static final int READERS = 2;

    /** From which difference of both readers, in percent of the maximum, a file is discussed. */
    static final int DISCUSSED_PERCENT = 20;

    private SelectionPolicy() {}

    /** A file with the totals of both readers. */
    public record ScoredFile(
            InternshipFileId id, int number, @Nullable OrganisationId organisation, int total) {}

    /** The proposal: those chosen, a reserve half as large, the others not retained. */
    public static Map<InternshipFileId, InternshipFileState> propose(
            int places, Map<OrganisationId, Integer> quotas, List<ScoredFile> files) {
        List<ScoredFile> ranked = files.stream()
                .sorted(Comparator.comparingInt(ScoredFile::total).reversed().thenComparingInt(ScoredFile::number))
                .toList();
        Set<InternshipFileId> chosen = new LinkedHashSet<>();
        quotas.forEach((organisation, seats) -> ranked.stream()
                .filter(each -> organisation.equals(each.organisation()))
                .limit(Math.min(seats, places - chosen.size()))
                .forEach(each -> chosen.add(each.id())));
        ranked.stream()
                .filter(each -> !chosen.contains(each.id()))
                .limit(places - chosen.size())
                .toList()
                .forEach(each -> chosen.add(each.id()));
        Map<InternshipFileId, InternshipFileState> proposal = new LinkedHashMap<>();
        int reserve = (places + 1) / 2;
        for (ScoredFile each : ranked) {
            if (chosen.contains(each.id())) {
                proposal.put(each.id(), InternshipFileState.CHOSEN);
            } else {
                proposal.put(each.id(), reserve > 0 ? InternshipFileState.RESERVE : InternshipFileState.NOT_RETAINED);
                reserve--;
            }
        }
        return proposal;
    }

    /** The organisations of which fewer candidates are chosen than seats are reserved, though others applied. */
    public static List<OrganisationId> findPassedOver(
            Map<OrganisationId, Integer> quotas,
            Map<InternshipFileId, InternshipFileState> decisions,
            List<ScoredFile> files) {
        List<OrganisationId> passedOver = new ArrayList<>();
        quotas.forEach((organisation, seats) -> {
            List<ScoredFile> theirs = files.stream()
                    .filter(each -> Objects.equals(organisation, each.organisation()))
                    .toList();
            long chosen = theirs.stream()
                    .filter(each -> decisions.get(each.id()) == InternshipFileState.CHOSEN)
                    .count();
            if (chosen < Math.min(seats, theirs.size())) {
                passedOver.add(organisation);
            }
        });
        return passedOver;
    }

    /** Whether both readers differ so much that the committee discusses the file. */
    public static boolean isDiscussed(int lowest, int highest, int most) {
        return most > 0 && (highest - lowest) * 100L >= (long) DISCUSSED_PERCENT * most;
    }
}
