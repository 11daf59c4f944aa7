package org.convergence.directory.consent;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.convergence.directory.people.PersonId;

/** Records what another mailing tool tells about addresses: who unsubscribed there, and which addresses failed. */
public interface AddressReportRecorder {

    /**
     * What came of the reported addresses.
     *
     * @param people the people with one of them
     * @param recorded the addresses about which something new was recorded
     * @param known the addresses about which all was known already
     * @param unknown the addresses that nobody has here
     */
    record AddressReport(Set<PersonId> people, List<String> recorded, List<String> known, List<String> unknown) {}

    /**
     * Records withdrawals from everything that a person can choose, effective at once (R-CASL-11). One of an address that
     * nobody has here holds for each person recorded with it later.
     *
     * @param source the mailing, as the register tells it
     */
    AddressReport recordWithdrawals(Collection<String> addresses, String source);

    /** Records that letters to addresses failed for good (R-MAIL-1); an address that nobody has here is left aside. */
    AddressReport recordFailures(Collection<String> addresses);
}
