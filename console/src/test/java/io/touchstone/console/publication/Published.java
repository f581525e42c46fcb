package io.touchstone.console.publication;

import io.touchstone.console.ConsoleServer;
import io.touchstone.core.datafile.Datafile;
import io.touchstone.core.datafile.DatafileCodec;
import io.touchstone.model.access.AccessList;
import io.touchstone.model.access.AccessListCodec;
import io.touchstone.model.catalog.Catalog;
import io.touchstone.model.catalog.CatalogCodec;
import java.nio.charset.StandardCharsets;

/** The last publication of an environment, as its readers read it. */
public final class Published {
    private Published() {}

    public static Datafile datafile(String environmentPath) {
        return DatafileCodec.read(text(environmentPath, "datafile"));
    }

    public static Catalog catalog(String environmentPath) {
        return CatalogCodec.read(text(environmentPath, "catalog").getBytes(StandardCharsets.UTF_8));
    }

    public static AccessList accessList(String environmentPath) {
        return AccessListCodec.read(text(environmentPath, "access_list").getBytes(StandardCharsets.UTF_8));
    }

    /** A column of the last publication. */
    public static String text(String environmentPath, String column) {
        String[] parts = environmentPath.split("/");
        return ConsoleServer.shared()
                .column("select p." + column + " from publication p join environment e on e.number = p.environment"
                        + " join project j on j.id = e.project_id where j.key = '" + parts[4] + "' and e.key = '"
                        + parts[6] + "' order by p.version desc limit 1")
                .getFirst();
    }
}
