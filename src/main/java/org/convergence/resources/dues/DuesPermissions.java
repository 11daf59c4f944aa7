package org.convergence.resources.dues;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. */
@Component
public final class DuesPermissions implements PermissionCatalogue {

    /** See the rates that were adopted. */
    public static final String READ_RATES = "dues.read-rates";

    /** Enter the rates that a body adopted. */
    public static final String KEEP_RATES = "dues.keep-rates";

    /** See what each member owes, which tells how many people it has. */
    public static final String READ = "dues.read";

    /** Prepare calls, issue their invoices, remind. */
    public static final String CALL = "dues.call";

    /** Say to whom one writes about an organisation's dues, and who pays them. */
    public static final String ARRANGE = "dues.arrange";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ_RATES, Nature.READ),
                new Permission(KEEP_RATES, Nature.DECIDE),
                new Permission(READ, Nature.READ_PEOPLE),
                new Permission(CALL, Nature.DECIDE),
                new Permission(ARRANGE, Nature.EDIT),
                new Permission(ARRANGE, Nature.MONEY));
    }
}
