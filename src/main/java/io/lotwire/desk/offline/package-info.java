/** Files of partners read at the desk without a server: their lot events, problems and answers. */
package io.lotwire.desk.offline;
