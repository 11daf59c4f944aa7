package org.convergence.directory.representative;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The acts of this module. */
@Component
public final class RepresentativePermissions implements PermissionCatalogue {

    /** Make an organisation's link, send it and take it back; accept or refuse what comes by it. */
    public static final String KEEP = "representative.keep";

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(KEEP, Nature.EDIT));
    }
}
