package org.convergence.identity.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.convergence.identity.Role;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** Derives permissions from roles: those whose nature one of the roles has. */
@Component
public class RolePermissions {

    private final List<Permission> all;
    private final Map<Set<PermissionNature>, Set<String>> byNatures = new ConcurrentHashMap<>();

    RolePermissions(List<PermissionCatalogue> catalogues) {
        this.all = catalogues.stream().flatMap(c -> c.permissions().stream()).toList();
    }

    /** The keys of the permissions of these roles. */
    public Set<String> permissionsOf(Collection<Role> roles) {
        return ofNatures(roles.stream().flatMap(role -> role.natures().stream()).collect(Collectors.toSet()));
    }

    /** The keys of the permissions of these roles for a token limited to some natures. */
    Set<String> permissionsOf(Collection<Role> roles, Set<PermissionNature> within) {
        return ofNatures(roles.stream()
                .flatMap(role -> role.natures().stream())
                .filter(within::contains)
                .collect(Collectors.toSet()));
    }

    private Set<String> ofNatures(Set<PermissionNature> natures) {
        return byNatures.computeIfAbsent(
                natures,
                wanted -> all.stream()
                        .filter(permission -> wanted.contains(permission.nature()))
                        .map(Permission::key)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
