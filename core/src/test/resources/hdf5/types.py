"""Makes types.h5 and userblock.h5, with h5py 3 and its default settings."""
import h5py
import numpy as np

with h5py.File("types.h5", "w", track_order=False) as f:
    g = f.create_group("types")
    for t in ["i1", "i2", "i4", "i8"]:
        g[t] = np.array([-1, 0, np.iinfo(t).max], t)
    for t in ["u1", "u2", "u4"]:
        g[t] = np.array([0, 1, np.iinfo(t).max], t)
    g["u8"] = np.array([0, 1, 2**63 - 1], "u8")
    g["i4_big"] = np.array([-1, 0, 2**31 - 1], ">i4")
    g["f8_big"] = np.array([-1.5, np.nan, np.inf], ">f8")
    g["f2"] = np.array([-1.5, 2.0**-24, np.inf], "f2")
    g["f4"] = np.array([-1.5, 1e-45, np.inf], "f4")
    g["f8"] = np.array([-1.5, 5e-324, np.inf], "f8")
    g["truth"] = np.array([True, False, True])
    region = h5py.enum_dtype({"EB": 0, "EE": 1, "gap": 7}, basetype="u1")
    g.create_dataset("region", data=np.array([1, 7, 0], "u1"), dtype=region)
    g["fixed"] = np.array(["muon".encode(), b"", "µµµ".encode()], "S6")
    g.create_dataset("text", data=["muon", "", "µ→eγ"], dtype=h5py.string_dtype())
    lists = g.create_dataset("lists", (3,), dtype=h5py.vlen_dtype("f4"))
    lists[0] = [1.5, 2.5]
    lists[2] = [-3.5]
    g["pairs"] = np.arange(6, dtype="f4").reshape(3, 2)
    g["pairs"].attrs["units"] = "GeV"
    g["pairs"].attrs["description"] = "two of a kind"
    g["cube"] = np.zeros((3, 2, 2))
    g["reference"] = np.array([g.ref] * 3, dtype=h5py.ref_dtype)
    g["other"] = np.arange(2)

    f["huge/number"] = np.array([0, 2**63], "u8")

    g = f.create_group("filters")
    data = (np.arange(1000) * 7919 % 1000).astype("i4")
    g.create_dataset("gzip", data=data, chunks=(300,), compression="gzip")
    g.create_dataset("shuffle", data=data, chunks=(300,), compression="gzip", shuffle=True)
    g.create_dataset("lzf", data=data, chunks=(300,), compression="lzf")
    g.create_dataset("fletcher32", data=data, chunks=(300,), fletcher32=True)
    g.create_dataset("scaleoffset", data=data, chunks=(300,), scaleoffset=0)

    g = f.create_group("gaps")
    d = g.create_dataset("some", (5,), "f4", chunks=(2,), fillvalue=np.nan)
    d[2] = 1.5
    g.create_dataset("none", (5,), "i4", fillvalue=-999)
    d = g.create_dataset("wide", (5, 3), "i4", chunks=(2, 2), fillvalue=-1)
    d[3, 2] = 7

    g = f.create_group("counted")
    g["n"] = np.array([2, 0, 1, 2], "i4")
    g["pt"] = np.array([1.0, 2.0, 3.0, 4.0, 5.0])

    records = np.zeros(2, [("id", "u4"), ("p", [("x", "<f8")]), ("hits", "<i2", (2,)), ("name", "S2")])
    records["id"] = [1, 2]
    records["p"]["x"] = [2.5, -1.5]
    records["hits"] = [[3, 4], [5, 6]]
    records["name"] = [b"a", b"bc"]
    f["records"] = records
    f["deep/er/value"] = np.arange(4.0)
    f["link"] = h5py.SoftLink("/deep")
    f["deep/er/again"] = f["deep"]

with h5py.File("userblock.h5", "w", userblock_size=512) as f:
    f["value"] = np.arange(3.0)
