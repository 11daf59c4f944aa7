package org.convergence.resources.membership;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.convergence.directory.people.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives every member the account that a test chose; none by default. */
@Component
class TestAccounts implements StandingSource {

    private @Nullable MemberAccount account;

    void giveEachMember(@Nullable MemberAccount chosen) {
        account = chosen;
    }

    @Override
    public String permission() {
        return account == null ? "none" : MembershipPermissions.READ_HEADCOUNTS;
    }

    @Override
    public Map<Party, MemberAccount> accounts(Collection<? extends Party> members, LocalDate on) {
        MemberAccount chosen = account;
        return chosen == null ? Map.of() : members.stream().collect(Collectors.toMap(it -> it, it -> chosen));
    }
}
