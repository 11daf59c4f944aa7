package org.convergence.platform.access;

import java.util.List;

/** Contributed once by each module: the permissions that it checks. */
public interface PermissionCatalogue {

    List<Permission> permissions();
}
