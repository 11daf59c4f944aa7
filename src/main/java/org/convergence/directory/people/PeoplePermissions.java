package org.convergence.directory.people;

import java.util.List;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.springframework.stereotype.Component;

/** The permissions of this module. */
@Component
public final class PeoplePermissions implements PermissionCatalogue {

    /** See organisations, and the names of people involved in the work. */
    public static final String READ = "people.read";

    /** See people with their contact details. */
    public static final String READ_PEOPLE = "people.readPeople";

    /** Add and change people, organisations, functions and affiliations. */
    public static final String EDIT = "people.edit";

    /** Import lists of organisations and people, and undo these imports. */
    public static final String IMPORT = "people.import";

    /** Give a person their own data. */
    public static final String DISCLOSE = "people.disclose";

    /** Erase a person at their request. */
    public static final String FORGET = "people.forget";

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, PermissionNature.READ),
                new Permission(READ_PEOPLE, PermissionNature.READ_PEOPLE),
                new Permission(EDIT, PermissionNature.EDIT),
                new Permission(IMPORT, PermissionNature.EDIT),
                new Permission(DISCLOSE, PermissionNature.DECIDE),
                new Permission(FORGET, PermissionNature.DECIDE));
    }
}
