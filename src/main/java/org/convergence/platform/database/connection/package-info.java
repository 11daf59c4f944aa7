/** How the application reaches its database: pools, migrations, transactions with their actor, conversions. */
@NullMarked
package org.convergence.platform.database.connection;

import org.jspecify.annotations.NullMarked;
