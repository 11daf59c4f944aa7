/**
 * Lists of records: a query with its filter, orders and columns, declared once, gives the page with its filters in the
 * address, its count and keyset pages, the files of the filtered list, and the slices of the API. {@link
 * org.convergence.platform.list.ListQuery} belongs in a module's {@code domain}, {@link
 * org.convergence.platform.list.ListView} in its {@code web}; a use case with its permission connects them.
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
