package org.convergence.resources.membership.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.resources.membership.MemberAccount;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.membership.StandingSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of members, from the contributed {@link StandingSource}s. */
@Service
@Transactional(readOnly = true)
@Requires(MembershipPermissions.READ)
public class MemberAccountQueries {

    private final ObjectProvider<StandingSource> sources;

    MemberAccountQueries(ObjectProvider<StandingSource> sources) {
        this.sources = sources;
    }

    /** Whether the current actor may read any source of accounts. */
    public boolean isAvailable() {
        return sources.stream().anyMatch(MemberAccountQueries::mayAsk);
    }

    /** The accounts of these members on a day; members without an account are left out. */
    public Map<Party, MemberAccount> findAccounts(LocalDate day, Collection<? extends Party> members) {
        Map<Party, MemberAccount> accounts = new HashMap<>();
        sources.stream()
                .filter(MemberAccountQueries::mayAsk)
                .forEach(source -> accounts.putAll(source.accounts(members, day)));
        return accounts;
    }

    private static boolean mayAsk(StandingSource source) {
        return CurrentActor.get().may(source.permission());
    }
}
