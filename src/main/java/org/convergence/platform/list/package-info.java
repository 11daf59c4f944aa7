/**
 * Lists of records: a query with its filter, its orders and its columns, declared once, from which come the page with its
 * filters in the address, its count and its pages by keyset, the files of exactly what is filtered, and the slices that
 * programs read. {@link org.convergence.platform.list.ListQuery} stands in a module's {@code domain}, {@link
 * org.convergence.platform.list.ListView} in its {@code web}; a use case with its permission stands between them.
 */
@ApplicationModule(
        displayName = "List",
        allowedDependencies = {
            "platform.database",
            "platform.search",
            "platform.shell",
            "platform.table",
            "platform.text"
        })
@NullMarked
package org.convergence.platform.list;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
